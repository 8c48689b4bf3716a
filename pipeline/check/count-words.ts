import type { Article, Unit } from '../model/article.ts'
import type { Edition } from '../model/edition.ts'
import type { Locale } from '../model/locale.ts'
import { digit, ideograph, kindsAt, letter, mark, unspaced, widthOf } from './letters.ts'
import { passageOf } from './passage.ts'
import { currentTranslation } from './translation.ts'

/** The words that `checkArticle` reads: the source's, and those of every current translation. */
export function wordsByLocale(article: Article, editions: readonly Edition[]): [Locale, number][] {
  const translated = editions
    .filter(({ locale }) => locale !== article.locale)
    .map((edition): [Locale, number] => {
      const counts = edition.words.map(({ text }, unit) =>
        currentTranslation(edition, unit) === null ? 0 : wordsOf(text, edition.locale, article.units[unit]),
      )
      return [edition.locale, sum(counts)]
    })
  return [[article.locale, sum(wordsByUnit(article))], ...translated]
}

function sum(counts: readonly number[]): number {
  return counts.reduce((all, count) => all + count, 0)
}

/** The words of the source, unit by unit; a slug has none. */
export function wordsByUnit(article: Article): number[] {
  return article.units.map((unit) => wordsOf(unit.text, article.locale, unit))
}

function wordsOf(text: string, locale: Locale, unit: Unit | undefined): number {
  if (unit === undefined || unit.kind === 'slug') return 0
  return wordsIn(passageOf(text, locale, unit.context === null ? 'markdown' : 'plain').words)
}

/** As word processors count: a Han or kana character is a word. Thai, Lao, Khmer and Burmese are reckoned at five characters a word. */
function wordsIn(text: string): number {
  let words = 0
  let at = 0
  while (at < text.length) {
    const kinds = kindsAt(text, at)
    if ((kinds & ideograph) !== 0) at += widthOf(kinds)
    else if ((kinds & unspaced) !== 0) at = runEnd(text, at, (found) => (found & unspaced) !== 0, 5)
    else if (isInWord(kinds)) at = wordEnd(text, at)
    else {
      at += widthOf(kinds)
      continue
    }
    words++
  }
  return words
}

function isInWord(kinds: number): boolean {
  return (kinds & (letter | mark | digit)) !== 0 && (kinds & ideograph) === 0
}

/** "don’t", "1,234.5" and "well-known" are one. */
function wordEnd(text: string, start: number): number {
  let at = runEnd(text, start, isInWord)
  while (at + 1 < text.length && "'’.,-".includes(text.charAt(at)) && isInWord(kindsAt(text, at + 1))) at = runEnd(text, at + 1, isInWord)
  return at
}

function runEnd(text: string, start: number, isOne: (kinds: number) => boolean, most = Number.POSITIVE_INFINITY): number {
  let at = start
  for (let count = 0; at < text.length && count < most && isOne(kindsAt(text, at)); count++) at += widthOf(kindsAt(text, at))
  return at
}
