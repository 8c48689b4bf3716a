import { closeSync, openSync, readSync } from 'node:fs'
import { diskFailure } from './disk-failure.ts'

/** Bytes that are looked at: keys and lists of credentials are short. */
const looked = 64 * 1024

/** Private keys in PEM and of PGP; keys of AWS, GitHub, GitLab, Slack, Google and Stripe, as those services print them. */
const secrets =
  /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----|aws_secret_access_key|\b(?:AKIA|ASIA)[0-9A-Z]{16}\b|\bgh[pousr]_[A-Za-z0-9]{36}|\bgithub_pat_\w{40}|\bglpat-[\w-]{20}|\bxox[abprs]-[\w-]{10}|\bAIza[\w-]{35}|\b[sr]k_live_\w{20}/

/**
 * Whether a file begins with what looks like a key or a password, whatever its name.
 *
 * @throws {Failure} `disk-failed`
 */
export function holdsSecret(file: string, name: string): boolean {
  try {
    const descriptor = openSync(file, 'r')
    try {
      const bytes = Buffer.alloc(looked)
      return secrets.test(bytes.toString('latin1', 0, readSync(descriptor, bytes)))
    } finally {
      closeSync(descriptor)
    }
  } catch (error) {
    throw diskFailure(name, error)
  }
}
