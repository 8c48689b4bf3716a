import { percentDecode } from '../percent-decode.ts'
import { S3Error } from './s3-error.ts'

/** What a request is about, decoded once. */
export interface Target {
  /** With its leading slash. */
  readonly path: string
  readonly query: ReadonlyMap<string, string>
}

/** @throws {S3Error} `InvalidURI` for broken escapes, an address with a host, a parameter that stands twice */
export function parseTarget(url: string): Target {
  const end = url.indexOf('?')
  const path = percentDecode(end < 0 ? url : url.slice(0, end))
  if (path === null || !path.startsWith('/')) throw new S3Error('InvalidURI', "Couldn't parse the specified URI.")
  const query = new Map<string, string>()
  for (const pair of end < 0 ? [] : url.slice(end + 1).split('&')) {
    if (pair === '') continue
    const equals = pair.indexOf('=')
    const name = decodeParameter(equals < 0 ? pair : pair.slice(0, equals))
    if (query.has(name)) throw new S3Error('InvalidURI', `The parameter ${name} stands twice.`)
    query.set(name, equals < 0 ? '' : decodeParameter(pair.slice(equals + 1)))
  }
  return { path, query }
}

function decodeParameter(text: string): string {
  const decoded = percentDecode(text.replaceAll('+', ' '))
  if (decoded === null) throw new S3Error('InvalidURI', "Couldn't parse the specified URI.")
  return decoded
}
