import { Failure } from '../model/failure.ts'

/** How fonts are cut: another version may cut them in another way. */
export const fontRecipe = 'subset-font 2.9.0'

export interface OpenFont {
  /** Whether it has a glyph for a code point. */
  has(code: number): boolean
  /** A WOFF2 font of these letters, with all that they need to be joined, placed and turned. */
  subset(letters: string): Promise<Uint8Array>
}

/**
 * A font in any of TrueType, OpenType, WOFF and WOFF2.
 *
 * @param file its path in the site
 * @throws {Failure} `font-invalid`
 */
export async function openFont(bytes: Uint8Array, file: string): Promise<OpenFont> {
  const { default: fontverter } = await import('fontverter')
  const plain = await sound(file, () => fontverter.convert(Buffer.from(bytes), 'sfnt'))
  const codes = await sound(file, () => codePoints(plain))
  return {
    has: (code) => codes.has(code),
    async subset(letters) {
      const { default: subsetFont } = await import('subset-font')
      return await sound(file, () => subsetFont(plain, letters, { targetFormat: 'woff2' }))
    },
  }
}

async function sound<Result>(file: string, act: () => Result | Promise<Result>): Promise<Result> {
  try {
    return await act()
  } catch (error) {
    throw fontInvalid(error, file)
  }
}

function fontInvalid(error: unknown, file: string): Failure {
  const why = error instanceof Error ? error.message : String(error)
  const next = 'Name a TrueType, OpenType, WOFF or WOFF2 font in `fonts`; of a collection (TTC), one font.'
  return new Failure('font-invalid', { exit: 2, what: `${file} is no font that can be read.`, why, next }, { cause: error })
}

/** Those of the table `cmap`, formats 4 and 12, which all fonts for Unicode have: https://learn.microsoft.com/typography/opentype/spec/cmap */
function codePoints(font: Buffer): Set<number> {
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, index) => 12 + 16 * index)
  const record = tables.find((at) => font.toString('latin1', at, at + 4) === 'cmap')
  if (record === undefined) throw new Error('It has no table of characters.')
  const start = font.readUInt32BE(record + 8)
  const codes = new Set<number>()
  for (let index = 0; index < font.readUInt16BE(start + 2); index++) {
    const at = start + font.readUInt32BE(start + 4 + 8 * index + 4)
    const format = font.readUInt16BE(at)
    if (format === 4) addSegments(codes, font, at)
    if (format === 12) addGroups(codes, font, at)
  }
  return codes
}

function addSegments(codes: Set<number>, font: Buffer, at: number): void {
  const length = font.readUInt16BE(at + 6)
  const [ends, starts] = [at + 14, at + 16 + length]
  for (let offset = 0; offset < length; offset += 2) {
    const end = font.readUInt16BE(ends + offset)
    const start = font.readUInt16BE(starts + offset)
    const delta = font.readUInt16BE(starts + length + offset)
    const place = starts + 2 * length + offset
    const range = font.readUInt16BE(place)
    for (let code = start; code <= end && code < 0xffff; code++) {
      const glyph = range === 0 ? code + delta : font.readUInt16BE(place + range + 2 * (code - start))
      if (glyph % 0x10000 !== 0) codes.add(code)
    }
  }
}

function addGroups(codes: Set<number>, font: Buffer, at: number): void {
  for (let group = 0; group < font.readUInt32BE(at + 12); group++) {
    const record = at + 16 + 12 * group
    const end = Math.min(font.readUInt32BE(record + 4), 0x10ffff)
    for (let code = font.readUInt32BE(record); code <= end; code++) codes.add(code)
  }
}
