import { isUtf8 } from 'node:buffer'
import { readFileSync } from 'node:fs'
import type { Hunspell } from 'hunspell-wasm'
import { remembering } from '../../model/remembering.ts'
import { type DictionaryText, dictionaryText } from './dictionary-text.ts'
import type { DictionaryFiles } from './find-dictionary.ts'
import { type Habits, habitsIn, halves, slipsIn } from './habits.ts'
import { letterRuns } from './letter-runs.ts'
import { alphabetOf, oneEditAway } from './one-edit-away.ts'
import { type Possible, trunks } from './trunks.ts'

/** A locale's spelling, behind functions whose answers never change. */
export interface LoadedDictionary {
  accepts(word: string): boolean
  /** Words one edit away, the likeliest first. */
  near(word: string): readonly string[]
  /** The likeliest first, five at most. */
  suggest(word: string): readonly string[]
}

/** Answers that are remembered; a newsroom's year has fewer distinct words in a language. */
const remembered = 200_000

const mostSuggestions = 5

export type LoadDictionary =
  | { readonly kind: 'loaded'; readonly dictionary: LoadedDictionary }
  | { readonly kind: 'unusable'; readonly why: string }

/**
 * Hunspell over the files of a language: one pair, or the pairs of its varieties.
 *
 * Loading takes up to a second and tens of megabytes; a word takes microseconds, and nothing the second time.
 */
export async function loadDictionary(files: readonly DictionaryFiles[]): Promise<LoadDictionary> {
  const { createHunspellFromStrings } = await import('hunspell-wasm')
  const varieties: Variety[] = []
  for (const pair of files) {
    const text = readFiles(pair)
    if ('why' in text) return { kind: 'unusable', why: `${pair.words}: ${text.why}` }
    // It writes what it is given to a file in memory, and bytes can be written too.
    const hunspell = await createHunspellFromStrings(text.affixes as string, text.words as string)
    varieties.push({ hunspell, habits: habitsIn(text.affixes), files: pair })
  }
  return { kind: 'loaded', dictionary: dictionaryOf(varieties) }
}

interface Variety {
  readonly hunspell: Hunspell
  readonly habits: Habits
  readonly files: DictionaryFiles
}

function readFiles({ affixes, words }: DictionaryFiles): DictionaryText | { readonly why: string } {
  try {
    return dictionaryText(readFileSync(affixes), readFileSync(words))
  } catch (error) {
    return { why: error instanceof Error ? error.message : String(error) }
  }
}

/**
 * Hunspell's own suggestions aren't asked: at 5 to 100 ms a word they would take longer than all else.
 *
 * The file of words is read again for what few runs need: kept, it would take as much memory as Hunspell does.
 */
function dictionaryOf(varieties: readonly Variety[]): LoadedDictionary {
  const spell = (word: string) => varieties.some(({ hunspell }) => hunspell.testSpelling(word))
  const alphabet = alphabetOf([...new Set(varieties.flatMap(({ habits }) => habits.letters))])
  const slips = [...new Map(varieties.flatMap(({ habits }) => habits.slips).map((slip) => [`${slip.wrong} ${slip.right}`, slip])).values()]
  const accepts = remembering(remembered, spell)
  let possible: Possible | null = null
  const near = remembering(remembered, (word) => {
    possible ??= possibleWords(varieties.map(({ files }) => files))
    return oneEditAway(word, alphabet, possible).filter(spell)
  })
  const suggest = remembering(remembered, (word) => {
    const first = near(word)
    const parted = first.length === 0 ? halves(word) : []
    const more = [...slipsIn(word, slips), ...parted].filter((phrase) => phrase.split(' ').every(accepts))
    return [...new Set([...first, ...more])].slice(0, mostSuggestions)
  })
  return { accepts, near, suggest }
}

/** Varieties that form words alike are asked as one. */
function possibleWords(files: readonly DictionaryFiles[]): Possible {
  const texts = files.map(readFiles).flatMap((text) => ('why' in text ? [] : [text]))
  const alike = [...Map.groupBy(texts, ({ affixes }) => affixes)]
  const all = alike.map(([affixes, varieties]) => {
    const words = Buffer.concat(varieties.flatMap((text) => [Buffer.from(text.words), Buffer.from('\n')]))
    return trunks(affixes, isUtf8(words) ? words.toString('utf8') : null) ?? letterRuns(words)
  })
  return {
    begins: (head, more) => all.length === 0 || all.some((possible) => possible.begins(head, more)),
    following(head, letters) {
      const [first = letters, ...others] = all.map((possible) => possible.following(head, letters))
      return others.length === 0 ? first : letters.filter((letter) => [first, ...others].some((those) => those.includes(letter)))
    },
    is: (head, rest) => all.length === 0 || all.some((possible) => possible.is(head, rest)),
  }
}
