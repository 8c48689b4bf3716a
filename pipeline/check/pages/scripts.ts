import { likelyScript } from '../../model/locale.ts'

/** First and last code points of the blocks that hold a script's letters, by ISO 15924; marks, digits and punctuation that many scripts share are in none. */
const blocks: Readonly<Record<string, readonly (readonly [first: number, last: number])[]>> = {
  Latn: [
    [0x41, 0x5a],
    [0x61, 0x7a],
    [0xaa, 0xaa],
    [0xba, 0xba],
    [0xc0, 0xd6],
    [0xd8, 0xf6],
    [0xf8, 0x2af],
    [0x1e00, 0x1eff],
    [0x2c60, 0x2c7f],
    [0xa720, 0xa7ff],
    [0xab30, 0xab6f],
    [0xff21, 0xff3a],
    [0xff41, 0xff5a],
  ],
  Grek: [
    [0x370, 0x37d],
    [0x37f, 0x3ff],
    [0x1f00, 0x1fff],
  ],
  Cyrl: [
    [0x400, 0x52f],
    [0x1c80, 0x1c8f],
    [0xa640, 0xa69f],
  ],
  Armn: [[0x531, 0x587]],
  Hebr: [
    [0x5d0, 0x5f2],
    [0xfb1d, 0xfb4f],
  ],
  Arab: [
    [0x620, 0x64a],
    [0x66e, 0x6d3],
    [0x6d5, 0x6ef],
    [0x6fa, 0x6ff],
    [0x750, 0x77f],
    [0x870, 0x8ff],
    [0xfb50, 0xfdff],
    [0xfe70, 0xfefc],
  ],
  Syrc: [[0x710, 0x74f]],
  Thaa: [[0x780, 0x7b1]],
  Nkoo: [[0x7ca, 0x7fa]],
  Deva: [
    [0x900, 0x963],
    [0x971, 0x97f],
  ],
  Beng: [[0x980, 0x9e3]],
  Guru: [[0xa01, 0xa5e]],
  Gujr: [[0xa81, 0xae3]],
  Orya: [[0xb01, 0xb63]],
  Taml: [[0xb82, 0xbd7]],
  Telu: [[0xc00, 0xc63]],
  Knda: [[0xc80, 0xce3]],
  Mlym: [[0xd00, 0xd63]],
  Sinh: [[0xd81, 0xddf]],
  Thai: [
    [0xe01, 0xe3a],
    [0xe40, 0xe4e],
  ],
  Laoo: [[0xe81, 0xecd]],
  Tibt: [[0xf40, 0xfbc]],
  Mymr: [[0x1000, 0x103f]],
  Geor: [
    [0x10a0, 0x10ff],
    [0x1c90, 0x1cbf],
  ],
  Hang: [
    [0x1100, 0x11ff],
    [0x3131, 0x318e],
    [0xac00, 0xd7a3],
  ],
  Ethi: [[0x1200, 0x137c]],
  Khmr: [[0x1780, 0x17d3]],
  Mong: [[0x1820, 0x18aa]],
  Kana: [
    [0x3041, 0x309f],
    [0x30a1, 0x30fa],
    [0x30fd, 0x30ff],
    [0x31f0, 0x31ff],
    [0xff66, 0xff9d],
  ],
  Bopo: [[0x3105, 0x312f]],
  Hani: [
    [0x3005, 0x3007],
    [0x3400, 0x4dbf],
    [0x4e00, 0x9fff],
    [0xf900, 0xfaff],
  ],
}

const names = Object.keys(blocks)

/** Numbers of scripts by UTF-16 unit, 0 for what is in none. Beyond the basic plane stand rare letters and pictures: none. */
function table(): Uint8Array {
  const found = new Uint8Array(0x10000)
  for (const [index, name] of names.entries()) {
    for (const [first, last] of blocks[name] ?? []) found.fill(index + 1, first, last + 1)
  }
  return found
}

const scriptNumbers = table()

/** A run of letters of one script, with whatever stands between them that is in none. */
export interface ScriptRun {
  /** ISO 15924, but `Hani` for Chinese characters and `Kana` for both Japanese syllabaries. */
  readonly script: string
  readonly text: string
  readonly letters: number
}

/** Scripts that a language is written with. */
export interface Scripts {
  /** One a script: there are fewer than 32. */
  readonly bits: number
}

/** Whether a letter (UTF-16) is of these scripts, or of none. */
export function isOfScripts(code: number, { bits }: Scripts): boolean {
  const number = scriptNumbers[code] ?? 0
  return number === 0 || (bits & (1 << (number - 1))) !== 0
}

/** Null where CLDR doesn't know. */
export function scriptsOf(lang: string): Scripts | null {
  const script = likelyScript(lang)
  if (script === null) return null
  const together = compound[script] ?? [script]
  if (!together.every((one) => one in blocks)) return null
  return { bits: together.reduce((bits, name) => bits | (1 << names.indexOf(name)), 0) }
}

const compound: Readonly<Record<string, readonly string[]>> = {
  Hans: ['Hani', 'Bopo'],
  Hant: ['Hani', 'Bopo'],
  Jpan: ['Hani', 'Kana'],
  Kore: ['Hang', 'Hani'],
}

/** The runs of letters in a text whose script is none of `ours`. */
export function foreignRuns(text: string, ours: Scripts): ScriptRun[] {
  const runs: ScriptRun[] = []
  let at = 0
  while (at < text.length) {
    if (isOfScripts(text.charCodeAt(at), ours)) {
      at++
      continue
    }
    const script = numberAt(text, at)
    const begin = at
    let [end, letters] = [at, 0]
    for (; at < text.length; at++) {
      const number = numberAt(text, at)
      if (number === script) {
        letters++
        end = at + 1
      } else if (number !== 0) break
    }
    runs.push({ script: names[script - 1] ?? '', text: text.slice(begin, end), letters })
  }
  return runs
}

function numberAt(text: string, at: number): number {
  return scriptNumbers[text.charCodeAt(at)] ?? 0
}
