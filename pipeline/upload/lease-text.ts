/** What a lease says: nobody but its holder ever writes the same. */
export interface LeaseText {
  /** Of the holder; null where it says none. */
  readonly nonce: string | null
  /** For people. */
  readonly holder: string
  /** That the holder may be silent. */
  readonly seconds: number
}

/** @param beats how often it was renewed: each time it is another text, so that its ETag tells */
export function leaseBody({ nonce, holder, seconds }: LeaseText, beats: number): Buffer {
  return Buffer.from(`${JSON.stringify({ version: 1, nonce, holder, seconds, beats }, null, 2)}\n`)
}

/** Whatever stands there is a lease: one that nobody understands ends like any other. */
export function readLease(body: Uint8Array): LeaseText {
  const { nonce, holder, seconds } = parse(body)
  return {
    nonce: typeof nonce === 'string' ? nonce : null,
    holder: typeof holder === 'string' ? printable(holder) : 'somebody',
    seconds: typeof seconds === 'number' ? Math.min(seconds, longest) : 0,
  }
}

/** Seconds: a holder that claims more is not believed. */
const longest = 3600

function printable(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, '').slice(0, 200)
}

function parse(body: Uint8Array): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(Buffer.from(body).toString('utf8'))
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}
