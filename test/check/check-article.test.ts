import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { noKnowledge } from '../../pipeline/check/knowledge.ts'
import { adaptations } from '../../pipeline/check/message-silences.ts'
import { rules as allRules } from '../../pipeline/check/rules/rules.ts'
import type { Edition } from '../../pipeline/model/edition.ts'
import type { Finding } from '../../pipeline/model/finding.ts'
import type { RuleSetting } from '../../pipeline/model/site.ts'
import { houseOf } from './house.ts'
import { articleOf, brief, checkSample, editionOf } from './sample.ts'

const rules = (name: string, setting: RuleSetting, options: Record<string, unknown> = {}) => ({
  rules: new Map([[name, { setting, options }]]),
})

/** What stands in the file where a finding points. */
function pointedAt(text: string, { line, column, endLine = line, endColumn = column }: Finding): string {
  const lines = text.replace(/^\uFEFF/, '').split(/(?<=\r\n|\n|\r(?!\n))/)
  const at = (row: number, col: number) => lines.slice(0, row - 1).join('').length + col - 1
  return lines.join('').slice(at(line, column), at(endLine, endColumn))
}

describe('in an article', () => {
  test('a finding points at its letters in the file', () => {
    expect(checkSample(articleOf('The end of of the *talks*.\n'))).toEqual([
      {
        rule: 'doubled-word',
        severity: 'error',
        file: 'articles/talks.md',
        line: 9,
        column: 9,
        endLine: 9,
        endColumn: 14,
        article: 'talks',
        locale: 'en',
        message: 'Unexpected `of of`, expected `of` once',
        actual: 'of of',
        expected: ['of'],
        url: 'docs/rules/doubled-word.md',
        certain: true,
      },
    ])
  })

  test.each([
    ['after wide letters and a tab', '日本😀\tof of\n', 'of of', 'of'],
    ['across a soft line break', 'the end of\nof the talks\n', 'of\nof', 'of'],
    ['across a line of a quotation', '> the end of\n> of the talks\n', 'of\n> of', 'of'],
    ['in a list, after emphasis', '- *one*\n- two **and** and three\n', 'and** and', 'and**'],
    ['before emphasis', 'say it to *to* me\n', 'to *to', '*to'],
    ['in a table', '| a | b |\n|---|---|\n| x | of of \\| y |\n', 'of of', 'of'],
    ['in a footnote', 'Text[^1]\n\n[^1]: The note note here\n', 'note note', 'note'],
  ])('%s', (_, body, actual, expected) => {
    for (const start of ['', '\uFEFF']) {
      for (const text of [body, body.replaceAll('\n', '\r\n')]) {
        const article = articleOf(text, { start })
        const [finding, ...more] = checkSample(article)
        expect(more).toEqual([])
        expect(finding).toMatchObject({ rule: 'doubled-word', expected: [expected] })
        expect(finding?.actual?.replaceAll('\r', '')).toBe(actual)
        if (finding !== undefined) expect(pointedAt(article.source.text, finding)).toBe(finding.actual)
      }
    }
  })

  test('front matter is checked as plain text', () => {
    expect(checkSample(articleOf('Text.', { title: 'A `day` of of talks' })).map(brief)).toEqual([
      'articles/talks.md:2:16 error doubled-word "of of" → "of"',
    ])
  })

  test('code, addresses and slugs are nobody’s prose', () => {
    expect(checkSample(articleOf('Run `the the`, see <https://a.example/the/the>.\n\n```\nthe the\n```\n'))).toEqual([])
  })

  test('what says to be in another language is none of this language’s business', () => {
    expect(checkSample(articleOf('He wrote <span lang="la">of of</span> once.'))).toEqual([])
  })
})

describe('in a PO file', () => {
  const article = articleOf('The end of the talks.\n\nSecond.\n')
  const check = (po: string) => checkSample(article, [editionOf(article, 'it', po)])

  test('a finding points into the msgstr', () => {
    const findings = check('msgid "The end of the talks."\nmsgstr "La fine dei dei colloqui."\n')
    expect(findings.map(brief)).toEqual(['locales/it/articles/talks.po:7:17 error doubled-word "dei dei" → "dei"'])
    expect(findings[0]).toMatchObject({ endLine: 7, endColumn: 24, locale: 'it', article: 'talks' })
  })

  test.each([
    ['wrapped', 'msgstr ""\n"La \\"fine\\" dei "\n"dei colloqui."\n', 'dei "\n"dei', 'dei'],
    ['after escapes', 'msgstr "La \\"fine\\"\\t\\\\ dei dei colloqui."\n', 'dei dei', 'dei'],
    ['at the very end of a line', 'msgstr ""\n"La fine dei dei"\n" colloqui."\n', 'dei dei', 'dei'],
    ['across emphasis', 'msgstr "La fine *dei* dei colloqui."\n', 'dei* dei', 'dei*'],
  ])('%s', (_, msgstr, actual, expected) => {
    const edition = editionOf(article, 'it', `msgid "The end of the talks."\n${msgstr}`)
    const [finding, ...more] = checkSample(article, [edition])
    expect(more).toEqual([])
    expect(finding).toMatchObject({ actual, expected: [expected] })
    if (finding !== undefined) expect(pointedAt(edition.catalog?.source?.text ?? '', finding)).toBe(actual)
  })

  test('a replacement is written as the file needs it', () => {
    const source = articleOf('See [it](a"b).\n')
    const [finding] = checkSample(source, [editionOf(source, 'it', 'msgid "See [it](a\\"b)."\nmsgstr "Vedi [qui](c)."\n')])
    expect(finding).toMatchObject({ actual: 'c', expected: ['a\\"b'] })
  })

  test('what is missing is reported at the beginning of the translation, each thing for itself', () => {
    const source = articleOf('See [a](a.md), [b](b.md).\n')
    const findings = checkSample(source, [editionOf(source, 'it', 'msgid "See [a](a.md), [b](b.md)."\nmsgstr "Vedi."\n')])
    expect(findings.map(({ line, column, endLine, actual, message }) => [line, column, endLine, actual, message])).toEqual([
      [7, 9, undefined, undefined, 'Missing link `a.md`'],
      [7, 9, undefined, undefined, 'Missing link `b.md`'],
    ])
  })

  test.each([
    ['fuzzy', '#, fuzzy\nmsgid "Second."\nmsgstr "Il il secondo 1234."\n'],
    ['obsolete', '#~ msgid "Second."\n#~ msgstr "Il il secondo 1234."\n'],
    ['untranslated', 'msgid "Second."\nmsgstr ""\n'],
    ['of no unit', 'msgid "Third."\nmsgstr "Il il terzo."\n'],
  ])('a message that is %s is not checked', (_, po) => {
    expect(check(po)).toEqual([])
  })

  test('a message that several units share is reported once', () => {
    const twice = articleOf('Second.\n\nSecond.\n')
    expect(checkSample(twice, [editionOf(twice, 'it', 'msgid "Second."\nmsgstr "Il il secondo."\n')])).toHaveLength(1)
  })

  test('the words of a fallback are checked where they come from', () => {
    const edition = editionOf(article, 'it', 'msgid "Second."\nmsgstr "Il il secondo."\n')
    expect(checkSample(article, [{ ...edition, locale: 'de' as Edition['locale'] }])).toEqual([])
  })
})

describe('settings', () => {
  const article = articleOf('The end of of it, very very late.\n')

  test('by default, what is doubtful is a warning', () => {
    expect(checkSample(article).map(brief)).toEqual([
      'articles/talks.md:9:9 error doubled-word "of of" → "of"',
      'articles/talks.md:9:19 warning doubled-word "very very" → "very"',
    ])
  })

  test.each([
    ['off', []],
    ['info', ['info', 'info']],
    ['error', ['error', 'error']],
  ] as const)('%s', (setting, severities) => {
    expect(checkSample(article, [], rules('doubled-word', setting)).map(({ severity }) => severity)).toEqual(severities)
  })

  test('options reach the rule', () => {
    expect(checkSample(article, [], rules('doubled-word', 'error', { allow: ['of', 'very'] }))).toEqual([])
  })

  test('at the level of errors there are no others', () => {
    expect(checkSample(article, [], { level: 'errors' }).map(brief)).toEqual(['articles/talks.md:9:9 error doubled-word "of of" → "of"'])
  })
})

describe('silences', () => {
  test('an author’s comment silences one rule in one block', () => {
    const article = articleOf('<!-- colophon-ignore doubled-word: a quotation -->\n\nThe end of of it.\n\nThe end of of it, too.\n')
    expect(checkSample(article).map(({ line }) => line)).toEqual([13])
  })

  test('an author’s comment about a comparison holds in every locale', () => {
    const article = articleOf('<!-- colophon-ignore changed-number: converted -->\n\nIt costs 1234.\n')
    expect(checkSample(article, [editionOf(article, 'it', 'msgid "It costs 1234."\nmsgstr "Costa 1123."\n')])).toEqual([])
  })

  test('a translator’s flag silences one rule in one message', () => {
    const article = articleOf('One.\n\nTwo.\n')
    const po = '#, ignore-doubled-word\nmsgid "One."\nmsgstr "Il il primo."\n\nmsgid "Two."\nmsgstr "Il il secondo."\n'
    expect(checkSample(article, [editionOf(article, 'it', po)]).map(({ line }) => line)).toEqual([11])
  })

  test('a silence that silences nothing is reported', () => {
    const article = articleOf('<!-- colophon-ignore doubled-word: a quotation -->\n\nOne.\n')
    const po = '# note\n#, ignore-same, ignore-doubled-word\nmsgid "One."\nmsgstr "Uno."\n'
    expect(checkSample(article, [editionOf(article, 'it', po)]).map(brief)).toEqual([
      'articles/talks.md:9:1 warning unused-silence "<!-- colophon-ignore doubled-word: a quotation -->" → null',
      'locales/it/articles/talks.po:7:17 warning unused-silence "ignore-doubled-word" → null',
    ])
  })

  test('a translator’s comment says what was adapted, and silences the rules about it in one message', () => {
    const article = articleOf('See [one](a.md) and [two](b.md).\n\nSee [three](c.md), on 5 May.\n')
    const po = `# adapted: Structure, numbers (a longer holiday)
msgid "See [three](c.md), on 5 May."
msgstr "Vedi, il 6 giugno."

# adapted: numbers
msgid "See [one](a.md) and [two](b.md)."
msgstr "Vedi [uno](a.md)."
`
    expect(checkSample(article, [editionOf(article, 'it', po)]).map(brief)).toEqual([
      'locales/it/articles/talks.po:10:12 warning unused-silence "numbers" → null',
      'locales/it/articles/talks.po:12:9 error lost-link',
    ])
  })

  test('a silence that nobody knows is reported', () => {
    const article = articleOf('<!-- colophon-ignore doubled-wrod: a quotation -->\n\nOne.\n')
    const po = '# Adapted: structur, wording\n#, ignore-max-length\nmsgid "One."\nmsgstr "Uno."\n'
    expect(checkSample(article, [editionOf(article, 'it', po)]).map(({ line, column, message }) => [line, column, message])).toEqual([
      [9, 1, 'Unexpected silence: there is no rule `doubled-wrod`'],
      [6, 12, 'Unexpected `structur` behind `adapted:`, expected structure, numbers, names, wording'],
      [6, 22, 'Unexpected silence: `wording` finds no mistake here'],
    ])
  })

  test('what may be adapted are rules that compare', () => {
    const known = new Map<string, string>(allRules.map(({ name, kind }) => [name, kind]))
    expect(
      Object.values(adaptations)
        .flat()
        .filter((name) => !['pair', 'site'].includes(known.get(name) ?? '')),
    ).toEqual([])
  })

  test('a silence is not called unused where its rule did not run', () => {
    const article = articleOf('<!-- colophon-ignore doubled-word: a quotation -->\n\nOne.\n')
    expect(checkSample(article, [], rules('doubled-word', 'off'))).toEqual([])
    expect(checkSample(article, [], { level: 'errors' })).toEqual([])
  })

  test('a comparing rule’s silence is called unused only when all locales were looked at', () => {
    const article = articleOf('<!-- colophon-ignore changed-number: converted -->\n\nIt costs 1234.\n')
    const editions = article.meta.translate.map((locale) => editionOf(article, locale, ''))
    expect(checkSample(article, editions.slice(1))).toEqual([])
    expect(checkSample(article, editions).map(({ rule }) => rule)).toEqual(['unused-silence'])
  })
})

const word = fc.constantFrom(
  'the',
  'end',
  'of',
  'talks',
  'l’',
  'don´t',
  '*so*',
  '**of**',
  '`of of`',
  '[end](a.md)',
  '&amp;',
  '\\*',
  '日本',
  '😀',
  'été',
  '10',
  '1,234',
)
const paragraph = fc
  .array(fc.tuple(word, fc.constantFrom(' ', '\n', ' ')), { minLength: 1, maxLength: 25 })
  .map((words) => words.flat().join('').trim())
const wrap = fc.constantFrom(
  (text: string) => `${text}\n`,
  (text: string) => `> ${text.replaceAll('\n', '\n> ')}\n`,
  (text: string) => `- ${text.replaceAll('\n', '\n  ')}\n`,
  (text: string) => `## ${text.replaceAll('\n', ' ')}\n`,
)
const body = fc
  .array(
    fc.tuple(paragraph, wrap).map(([text, shape]) => shape(text)),
    { minLength: 1, maxLength: 4 },
  )
  .map((blocks) => blocks.join('\n'))

test.prop([body, fc.constantFrom('', '\uFEFF'), fc.boolean()])(
  '`actual` is what stands at the place, in every article',
  (text, start, crlf) => {
    const article = articleOf(crlf ? text.replaceAll('\n', '\r\n') : text, { start })
    for (const finding of checkSample(article)) {
      expect(finding.actual).toBeDefined()
      expect(pointedAt(article.source.text, finding)).toBe(finding.actual)
    }
  },
)

const quoted = (text: string) => `"${text.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n')}"`
const po = (id: string, text: string, at: number) =>
  `msgid ${quoted(id)}\nmsgstr ""\n${quoted(text.slice(0, at))}\n${quoted(text.slice(at))}\n`

test.prop([paragraph, paragraph, fc.nat(60), fc.constantFrom('it', 'de', 'fr')])(
  '`actual` is what stands at the place, in every PO file',
  (id, text, at, locale) => {
    const article = articleOf(`${id}\n`)
    const unit = article.units.find(({ kind }) => kind === 'paragraph')
    fc.pre(unit !== undefined)
    const edition = editionOf(article, locale, po(unit?.text ?? '', text, at))
    for (const finding of checkSample(article, [edition])) {
      if (finding.actual === undefined || finding.locale !== locale) continue
      expect(pointedAt(edition.catalog?.source?.text ?? '', finding)).toBe(finding.actual)
    }
  },
)

test.prop([paragraph, paragraph, paragraph])(
  'the order of editions and of settings makes no difference, nor does a second run',
  (id, italian, german) => {
    const article = articleOf(`${id}\n`)
    const text = article.units.find(({ kind }) => kind === 'paragraph')?.text ?? ''
    const editions = [editionOf(article, 'it', po(text, italian, 0)), editionOf(article, 'de', po(text, german, 3))]
    const settings: [string, { setting: RuleSetting; options: Record<string, unknown> }][] = [
      ['doubled-word', { setting: 'warning', options: {} }],
      ['lost-link', { setting: 'info', options: {} }],
    ]
    const findings = checkSample(article, editions, { rules: new Map(settings) })
    expect(checkSample(article, editions.toReversed(), { rules: new Map(settings.toReversed()) })).toEqual(findings)
    expect(checkSample(article, editions, { rules: new Map(settings) })).toEqual(findings)
  },
)

test.each([
  '“',
  '( ',
  'cс ',
  '\u202E',
  'a hour ',
  'Monday 1 July 2025 ',
  '? ',
  '‘90s ',
  'l‘x‘ ',
  'of of ',
  '1万',
  '12 345 ',
  '3 of 4, ',
  '‘n’ ',
  "it's it’s ",
  '[a](b.md) ',
  '`a` ',
  '[^a] ',
  '1.2.',
])('a paragraph of %s fifty thousand times is checked to the end', (part) => {
  const article = articleOf(`${part.trim()} end\n`)
  const unit = article.units.find(({ kind }) => kind === 'paragraph')?.text ?? ''
  const long = part.repeat(50_000)
  const edition = editionOf(article, 'it', po(unit, long, 0))
  expect(edition.words.map(({ text }) => text)).toContain(long)
  expect(checkSample(article, [edition]).length).toBeLessThan(1000)
})

describe('where two rules speak of the same words', () => {
  test('an error is heard, though a warning were more specific', async () => {
    const knowledge = await houseOf({ 'locales/glossary.yaml': 'terms:\n  - en: [task]\n    forbidden: { en: [TODO] }\n' }, ['en'])
    const findings = checkSample(articleOf('TODO: ask the port.\n'), [], { knowledge: knowledge('en') })
    expect(findings.map(brief)).toEqual(['articles/talks.md:9:1 error leftover "TODO" → null'])
  })

  test('words that are no text of the language aren’t judged one by one', () => {
    const dictionary = { accepts: () => false, near: () => [], suggest: () => [] }
    const source = 'The ferries leave from the old harbour every morning.'
    const article = articleOf(`${source}\n`)
    const edition = editionOf(article, 'it', `msgid "${source}"\nmsgstr "${source}"\n`)
    const findings = checkSample(article, [edition], { knowledge: { ...noKnowledge, dictionary } })
    expect(findings.filter(({ locale }) => locale === 'it').map(({ rule }) => rule)).toEqual(['untranslated'])
  })
})
