/** What must be known of a font to set a text in it. */
export interface Font {
  /** As a text asks for it: "Noto Naskh Arabic". */
  readonly family: string
  readonly covers: (codePoint: number) => boolean
}

/**
 * A TrueType or OpenType font, or the first one of a collection: its family, and the characters that it has (the tables `name` and `cmap` of the OpenType
 * specification, subtables of formats 4 and 12, which all fonts of today have).
 *
 * @returns null for a file that is no such font, WOFF included
 */
export function readFont(bytes: Uint8Array): Font | null {
  try {
    const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const tables = tablesOf(data, tagAt(data, 0) === 'ttcf' ? data.getUint32(12) : 0)
    const [names, map] = [tables.get('name'), tables.get('cmap')]
    const family = names === undefined ? null : familyIn(data, names)
    const ranges = map === undefined ? null : rangesIn(data, map)
    if (family === null || ranges === null) return null
    return { family, covers: (codePoint) => ranges.some(([first, last]) => first <= codePoint && codePoint <= last) }
  } catch (error) {
    // An offset beyond the end: no font, or half of one.
    if (error instanceof RangeError) return null
    throw error
  }
}

type CodeRange = readonly [first: number, last: number]

function tablesOf(data: DataView, start: number): Map<string, number> {
  const count = data.getUint16(start + 4)
  return new Map(
    Array.from({ length: count }, (_, index) => {
      const record = start + 12 + index * 16
      return [tagAt(data, record), data.getUint32(record + 8)] as const
    }),
  )
}

/** Name 1, in Unicode for Windows, which every font has. */
function familyIn(data: DataView, table: number): string | null {
  const strings = table + data.getUint16(table + 4)
  for (let index = 0; index < data.getUint16(table + 2); index++) {
    const record = table + 6 + index * 12
    const [platform, name] = [data.getUint16(record), data.getUint16(record + 6)]
    if (platform !== 3 || name !== 1) continue
    const [length, from] = [data.getUint16(record + 8), strings + data.getUint16(record + 10)]
    return Array.from({ length: length / 2 }, (_, at) => String.fromCharCode(data.getUint16(from + at * 2))).join('')
  }
  return null
}

/** Of the subtable for all of Unicode, else of the one for its first plane. */
function rangesIn(data: DataView, table: number): CodeRange[] | null {
  const subtables = Array.from({ length: data.getUint16(table + 2) }, (_, index) => table + data.getUint32(table + 4 + index * 8 + 4))
  const whole = subtables.find((at) => data.getUint16(at) === 12)
  if (whole !== undefined) return groups(data, whole)
  const plane = subtables.find((at) => data.getUint16(at) === 4)
  return plane === undefined ? null : segments(data, plane)
}

function groups(data: DataView, at: number): CodeRange[] {
  return Array.from({ length: data.getUint32(at + 12) }, (_, index) => {
    const group = at + 16 + index * 12
    return [data.getUint32(group), data.getUint32(group + 4)] as const
  })
}

/** The last one stands for no character. A character that its segment leaves out counts as there: fonts don't leave such gaps. */
function segments(data: DataView, at: number): CodeRange[] {
  const count = data.getUint16(at + 6) / 2
  const [ends, starts] = [at + 14, at + 16 + count * 2]
  return Array.from(
    { length: count },
    (_, index) => [data.getUint16(starts + index * 2), data.getUint16(ends + index * 2)] as const,
  ).filter(([first]) => first !== 0xffff)
}

function tagAt(data: DataView, at: number): string {
  return String.fromCharCode(data.getUint8(at), data.getUint8(at + 1), data.getUint8(at + 2), data.getUint8(at + 3))
}
