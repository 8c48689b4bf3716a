/** Some byte strings as one, each behind its length (4 bytes, the highest first). */
export function joinParts(parts: readonly Uint8Array[]): Buffer {
  return Buffer.concat(
    parts.flatMap((part) => {
      const length = Buffer.alloc(4)
      length.writeUInt32BE(part.length)
      return [length, part]
    }),
  )
}

/** What `joinParts` joined; null where something is missing. */
export function splitParts(joined: Uint8Array): Uint8Array[] | null {
  const view = Buffer.from(joined.buffer, joined.byteOffset, joined.byteLength)
  const parts: Uint8Array[] = []
  let at = 0
  while (at + 4 <= view.length) {
    const length = view.readUInt32BE(at)
    parts.push(view.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return at === view.length ? parts : null
}
