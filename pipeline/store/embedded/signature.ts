import { createHash, createHmac } from 'node:crypto'
import type { Target } from './target.ts'

/** What AWS Signature Version 4 covers. */
export interface Signable {
  readonly method: string
  readonly target: Target
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
}

export interface Signing {
  readonly secret: string
  /** `YYYYMMDDTHHMMSSZ`. */
  readonly time: string
  readonly region: string
  /** Names in lower case, sorted. */
  readonly signedHeaders: readonly string[]
  /** SHA-256 of the body in hex, or `UNSIGNED-PAYLOAD`. */
  readonly payload: string
}

/** In lower-case hex. Parameters of the signature itself are no part of what is signed. */
export function signature(request: Signable, { secret, time, region, signedHeaders, payload }: Signing): string {
  const day = time.slice(0, 8)
  const canonical = canonicalRequest(request, signedHeaders, payload)
  const scope = `${day}/${region}/s3/aws4_request`
  const text = ['AWS4-HMAC-SHA256', time, scope, createHash('sha256').update(canonical).digest('hex')].join('\n')
  const key = [day, region, 's3', 'aws4_request'].reduce<Buffer | string>((under, part) => hmac(under, part), `AWS4${secret}`)
  return hmac(key, text).toString('hex')
}

function canonicalRequest({ method, target, headers }: Signable, signedHeaders: readonly string[], payload: string): string {
  const path = target.path.split('/').map(encode).join('/')
  const query = [...target.query]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => [encode(name), encode(value)] as const)
    .sort(([a, x], [b, y]) => (a < b || (a === b && x < y) ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
  const lines = signedHeaders.map((name) => `${name}:${headerValue(headers[name])}\n`)
  return [method, path, query.join('&'), lines.join(''), signedHeaders.join(';'), payload].join('\n')
}

function headerValue(value: string | string[] | undefined): string {
  return [value ?? ''].flat().join(',').trim().replace(/ +/g, ' ')
}

/** All but the unreserved characters of RFC 3986. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
}

function hmac(key: Buffer | string, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest()
}
