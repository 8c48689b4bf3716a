/** Many digests of one length, as bytes: half of their letters, and no compression would make less of them. */
export interface PackedHex {
  readonly bytes: Buffer
  /** Values that are no such digest, by index; zeroes stand in their places. */
  readonly odd: Readonly<Record<string, string>>
}

/** @param bytes of each */
export function packHex(values: readonly string[], bytes: number): PackedHex {
  const packed = packPlain(values, bytes)
  if (packed !== null) return { bytes: packed, odd: {} }
  const isPlain = (value: string) => value.length === bytes * 2 && /^[0-9a-f]*$/.test(value)
  const zeroes = '0'.repeat(bytes * 2)
  return {
    bytes: Buffer.from(values.map((value) => (isPlain(value) ? value : zeroes)).join(''), 'hex'),
    odd: Object.fromEntries(values.flatMap((value, index) => (isPlain(value) ? [] : [[index, value]]))),
  }
}

/** All at once, where each is such a digest: to look at every one takes longer than all the rest. */
function packPlain(values: readonly string[], bytes: number): Buffer | null {
  if (values.some(({ length }) => length !== bytes * 2)) return null
  const letters = values.join('')
  const packed = Buffer.from(letters, 'hex')
  return packed.toString('hex') === letters ? packed : null
}

export interface Packing {
  /** Offset of the first one. */
  readonly from: number
  readonly count: number
  /** Of each. */
  readonly bytes: number
  readonly odd: PackedHex['odd']
}

/** What `packHex` packed. */
export function unpackHex(packed: Uint8Array, { from, count, bytes, odd }: Packing): string[] {
  const letters = Buffer.from(packed.buffer, packed.byteOffset + from, count * bytes).toString('hex')
  const width = bytes * 2
  const values = Array.from({ length: count }, (_, index) => letters.slice(index * width, (index + 1) * width))
  for (const [index, value] of Object.entries(odd)) values[Number(index)] = value
  return values
}
