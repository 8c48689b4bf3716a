import { digest } from '../model/digest.ts'

/** A text as 11 letters, to be remembered and compared: of ten million texts, two are taken for one with a chance of one in 300,000. */
export function claimKey(text: string): string {
  return Buffer.from(digest(text).slice(0, 16), 'hex').toString('base64url')
}
