import type { Language } from './languages.ts'
import { foreignRuns, type ScriptRun } from './scripts.ts'

/** Letters that make a passage of a run: fewer may be a name, a quoted word, a brand. */
const fewest: Readonly<Record<string, number>> = { Latn: 40, Hani: 10, Kana: 6, Hang: 10, Thai: 16 }
const usual = 16
/** Words that a passage has at least, where words are parted by spaces. */
const fewestWords = 3
/** Latin letters stand in texts of all languages, in names above all. */
const fewestLatinWords = 6

/** The longest passage in a script that the language isn't written with, so that it must be in another language; null where there is none. */
export function foreignText(text: string, { scripts }: Language): ScriptRun | null {
  if (scripts === null) return null
  let longest: ScriptRun | null = null
  for (const run of foreignRuns(text, scripts)) if (isPassage(run) && run.letters > (longest?.letters ?? 0)) longest = run
  return longest
}

function isPassage({ script, text, letters }: ScriptRun): boolean {
  if (letters < (fewest[script] ?? usual)) return false
  if (withoutSpaces.has(script)) return true
  const words = text.split(/\s+/)
  if (script !== 'Latn') return words.length >= fewestWords
  return words.length >= fewestLatinWords && words.filter((word) => /^\p{Ll}/u.test(word)).length * 2 >= words.length
}

const withoutSpaces: ReadonlySet<string> = new Set(['Hani', 'Kana', 'Thai', 'Laoo', 'Khmr', 'Mymr', 'Tibt'])
