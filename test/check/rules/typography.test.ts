import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { noKnowledge } from '../../../pipeline/check/knowledge.ts'
import { passageOf } from '../../../pipeline/check/passage.ts'
import type { TextRule, WholeRule } from '../../../pipeline/check/rule.ts'
import { breakingSpace } from '../../../pipeline/check/rules/breaking-space.ts'
import { doubleSpace } from '../../../pipeline/check/rules/double-space.ts'
import { leftover } from '../../../pipeline/check/rules/leftover.ts'
import { missingInvertedMark } from '../../../pipeline/check/rules/missing-inverted-mark.ts'
import { mixedDash } from '../../../pipeline/check/rules/mixed-dash.ts'
import { mixedEllipsis } from '../../../pipeline/check/rules/mixed-ellipsis.ts'
import { mixedQuote } from '../../../pipeline/check/rules/mixed-quote.ts'
import { mixedScript } from '../../../pipeline/check/rules/mixed-script.ts'
import { strayBidi } from '../../../pipeline/check/rules/stray-bidi.ts'
import { unfinishedSentence } from '../../../pipeline/check/rules/unfinished-sentence.ts'
import type { Locale } from '../../../pipeline/model/locale.ts'
import { hitsIn } from '../sample.ts'

const fixed = '\u00A0'

describe('leftover', () => {
  test.each([
    ['en', 'TODO: ask, FIXME (later), TKTK and TK, XXXX', ['TODO → ?', 'FIXME → ?', 'TKTK → ?', 'TK → ?', 'XXXX → ?']],
    ['en', 'XXX lorem ipsum {{name}}', ['XXX → ? (doubtful)', 'lorem ipsum → ? (doubtful)', '{{name}} → ? (doubtful)']],
    ['es', 'TODO: preguntar', ['TODO → ?']],
    ['en', 'The sen\uFFFDor said itâ€™s [object Object]', ['[object Object] → ?', '\uFFFD → ?', 'â€™ → ?']],
    ['en', 'the [[wiki]] page', ['[[wiki]] → ?']],
    ['en', '<<<<<<< HEAD of it >>>>>>> main', ['<<<<<<< → ?', '>>>>>>> → ?']],
    ['en', 'the TODO list, TK Maxx, `TODO`, Rocky XXX, XXX Corps, a \uFFFD', []],
    ['pt', 'TODO MUNDO', []],
    ['de', 'die TK zahlt', []],
    ['fr', 'Ça a été à São Paulo, Âge « Ã »', []],
  ])('%s: %s', (locale, text, expected) => {
    expect(hitsIn(leftover, locale, text)).toEqual(expected)
  })
})

describe('unfinished-sentence', () => {
  const start = 'The ministers met in Geneva on Monday for the first time this year. '
  test.each([
    ['They agreed on everything but the', 1],
    ['They agreed on everything (but not on', 1],
    ['They agreed on everything (but not on that)', 1],
    ['They agreed on everything.”', 0],
    ['They agreed on everything:', 0],
    ['See *the old report of them all*', 1],
    ['See the old report of [them all](x.md)', 0],
    ['See the old report of `them all`', 0],
    ['By Ada Lovelace', 0],
    ['One line of it and\\\nanother line of it', 0],
  ])('%s', (text, count) => {
    expect(hitsIn(unfinishedSentence, 'en', start + text)).toHaveLength(count)
  })

  test('of one sentence it is doubtful, and told where the sentence is long', () => {
    const long =
      'Kaja Kallas and her counterparts warned him last week that sanctions could return by the end of August unless there is progress'
    expect(unfinishedSentence.check(passageOf(long, 'en' as Locale, 'markdown'), {}, noKnowledge)).toMatchObject([{ doubtful: true }])
    expect(hitsIn(unfinishedSentence, 'en', `${long}.`)).toEqual([])
    expect(hitsIn(unfinishedSentence, 'en', long.split(' ').slice(0, 18).join(' '))).toEqual([])
  })

  test.each(['heading', 'list item', 'table cell', 'caption', 'title'] as const)('a %s has none', (kind) => {
    const passage = passageOf(`${start}They agreed on everything but the`, 'en' as Locale, 'markdown', { kind })
    expect(unfinishedSentence.check(passage, {}, noKnowledge)).toEqual([])
  })

  test.each(['post', 'quote'] as const)('nor has a %s', (frame) => {
    const passage = passageOf(`${start}They agreed on everything but the`, 'en' as Locale, 'markdown', { kind: 'paragraph', frame })
    expect(unfinishedSentence.check(passage, {}, noKnowledge)).toEqual([])
  })
})

describe('double-space', () => {
  test.each([
    ['He left.  Nobody.', ['   →  ']],
    ['He *left*  now', ['   →  ']],
    ['He [left](a.md  "x") now', []],
    ['He [left ](a.md) now', [' ](a.md)  → ?']],
    ['He left.  \nNobody.', []],
    ['`a`  b', []],
    ['say "no"  now', ['   →  ']],
    ['join with "  "', []],
  ])('%s', (text, expected) => {
    expect(hitsIn(doubleSpace, 'en', text)).toEqual(expected)
  })
})

describe('mixed-script', () => {
  test.each([
    ['en', 'identi\u0441al', ['identi\u0441al → identical']],
    ['ru', 'мини\u0063тр', ['мини\u0063тр → министр']],
    ['uk', 'локалізац\u0069я', ['локалізац\u0069я → локалізація']],
    ['el', '\u0041θήνα', ['\u0041θήνα → Αθήνα']],
    ['en', '*identi\u0441*al', ['identi\u0441*al → ?']],
    ['ru', 'VIPа, ПРЕФИКСaa, USB-кабель, Х и X', []],
    ['en', 'μm, Δt, αβγ', []],
    ['sr', 'Х5X', []],
  ])('%s: %s', (locale, text, expected) => {
    expect(hitsIn(mixedScript, locale, text)).toEqual(expected)
  })
})

describe('stray-bidi', () => {
  test.each([
    ['en', 'a \u202Ebc', ['\u202E → ']],
    ['en', 'the \u200Eend', ['\u200E → ']],
    ['en', 'שלום\u200E and', []],
    ['ar', 'قال \u2067هذا', ['\u2067 → ?']],
    ['ar', 'قال \u2069هذا', ['\u2069 → ?']],
    ['ar', '\u2067قال\u202C هذا\u2069', ['\u202C → ?']],
    ['ar', '\u200FWithub', []],
    ['he', '\u202Bשלום \u2066Withub\u2069\u202C', []],
    ['fa', 'می\u200Cشود', []],
  ])('%s: %s', (locale, text, expected) => {
    expect(hitsIn(strayBidi, locale, text)).toEqual(expected)
  })
})

describe('mixed-ellipsis', () => {
  test.each([
    ['en', 'So… and so... and', ['... → …']],
    ['en', 'So... and so... and… so', ['… → ...']],
    ['en', 'So.. and', ['.. → .']],
    ['en', 'See ../a, 1..10, 1...10, a .. b, [...] and ....', []],
    ['zh', '等……等......', []],
  ])('%s: %s', (locale, text, expected) => {
    expect(hitsIn(mixedEllipsis, locale, text)).toEqual(expected)
  })
})

describe('mixed-dash', () => {
  test.each([
    ['en', 'a — b — c – d', [' –  →  — ']],
    ['en', 'a—b—c - d', [' -  → —']],
    ['en', 'a — b – c', []],
    ['en', 'a - b - c', []],
    ['en', 'a — b — c, 1–2, 1 - 2, Paris–Geneva, -c, a-b', []],
    ['es', '—No —dijo—. Uno — dos — tres', []],
  ])('%s: %s', (locale, text, expected) => {
    expect(hitsIn(mixedDash, locale, text)).toEqual(expected)
  })

  test('a post keeps those of whoever wrote it', () => {
    const post = passageOf('in 2018—not Iran; and a table—now', 'en' as Locale, 'markdown', { kind: 'paragraph', frame: 'post' })
    expect(mixedDash.check([passageOf('Rome – today', 'en' as Locale, 'markdown'), post], {}, noKnowledge)).toEqual([[], []])
  })
})

describe('mixed-quote', () => {
  test.each([
    ['es', '«a» «b» “c”', ['“ → «', '” → »']],
    ['es', '«a» “c”', []],
    ['es', '«a “b” c» «d» «e “f”»', []],
    ['fr', '« a » « b » “c”', ['“ → ?', '” → ?']],
    ['en', '“a” “b”', []],
  ])('%s: %s', (locale, text, expected) => {
    expect(hitsIn(mixedQuote, locale, text)).toEqual(expected)
  })
})

describe('missing-inverted-mark', () => {
  test.each([
    ['Quién paga?', ['? → ?']],
    ['¿Quién paga', ['¿ → ?']],
    ['¿Quién? Nadie! ¡Sí!', ['! → ?']],
    ['¿Cómo?! ¡¿Qué?! ¿Y tú! (?) Yahoo! es', []],
  ])('%s', (text, expected) => {
    expect(hitsIn(missingInvertedMark, 'es', text)).toEqual(expected)
  })
})

describe('breaking-space', () => {
  test.each([
    ['fr', 'Qui ?', [` ? → ${fixed}?`]],
    ['fr', 'Qui?', [`? → ${fixed}?`]],
    ['fr', 'Quoi ?!', [` ? → ${fixed}?`]],
    ['fr', '« oui », «oui»', [`«  → «${fixed}`, ` » → ${fixed}»`, `« → «${fixed}`, `» → ${fixed}»`]],
    ['fr', '**Note** : à 10:30', [` : → ${fixed}:`]],
    ['fr', '*oui*?', [`? → ${fixed}?`]],
    ['fr', '[oui ?](a.md)', [` ? → ${fixed}?`]],
    ['fr', 'https://a.example/?b=c;d et :-) et x::y', []],
    ['fr', 'Il en reste 60 % de 12 000 km.', [`  → ${fixed}`, `  → ${fixed}`, `12 000 → 12${fixed}000`]],
    ['fr-CA', 'Qui? Moi ; toi: « oui »', [`: → ${fixed}:`, `«  → «${fixed}`, ` » → ${fixed}»`]],
    ['fr-CH', 'Qui? Moi: «oui»', []],
    ['de', '60 %, 5 km, 5 Kilometer, 12 000', [`  → ${fixed}`, `  → ${fixed}`]],
    ['de-CH', '60 %', []],
    ['pl', '12 000 osób i 60 %', [`12 000 → 12${fixed}000`]],
    ['pl', 'w 2025 300 osób, tel. 22 123 4567', []],
    ['en', '60 % of 12 000', []],
    ['tlh', '60 % of 12 000', []],
    ['ru', '5 км и 12 000 000', [`  → ${fixed}`, `12 000 000 → 12${fixed}000${fixed}000`]],
  ])('%s: %s', (locale, text, expected) => {
    expect(hitsIn(breakingSpace, locale, text).toSorted()).toEqual(expected.toSorted())
  })

  test('each part can be passed over', () => {
    const options = { punctuation: false, units: false, numbers: false }
    expect(hitsIn(breakingSpace, 'fr', 'Qui ? 60 % de 12 000', options)).toEqual([])
  })
})

/** With what is certain put in. */
function mended(rule: TextRule | WholeRule, locale: string, text: string): string {
  const passage = passageOf(text, locale as Locale, 'markdown')
  const hits = rule.kind === 'text' ? rule.check(passage, {}, noKnowledge) : (rule.check([passage], {}, noKnowledge)[0] ?? [])
  return hits
    .filter(({ certain }) => certain)
    .toSorted((a, b) => (b.range?.start ?? 0) - (a.range?.start ?? 0))
    .reduce(
      (left, { range, expected: [right = ''] }) => (range === null ? left : left.slice(0, range.start) + right + left.slice(range.end)),
      text,
    )
}

const piece = fc.constantFrom(
  'oui',
  'so',
  '12',
  '000',
  '%',
  'km',
  ' ',
  '  ',
  fixed,
  '«',
  '»',
  '?',
  ';',
  ':',
  '…',
  '...',
  '..',
  '*',
  '`a`',
  '[b](c)',
  '\u202E',
  'c\u0441',
  '\n',
)
const text = fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join(''))
const locale = fc.constantFrom('fr', 'fr-CA', 'de', 'en', 'ru', 'ar', 'es')
const certain = [breakingSpace, doubleSpace, mixedScript, strayBidi, mixedEllipsis]
test.prop([fc.constantFrom(...certain), locale, text])('what is certain is right once it is put in', (rule, tag, words) => {
  const once = mended(rule, tag, words)
  expect(mended(rule, tag, once)).toBe(once)
})
