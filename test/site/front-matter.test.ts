import { expect, test } from 'vitest'
import { png } from '../support/picture.ts'
import { article, findingsOf, newsroom, told } from './newsroom.ts'

const aDate = 'expected a date such as 2026-07-21 or 2026-07-21T18:00:00+02:00.'
/** What other rules say of these articles is told elsewhere. */
const silent = { check: { rules: { spelling: 'off', 'missing-alternative-text': 'off' } } }
const fields = 'title, description, date, updated, corrections, lang, authors, place, tags, image, slug, translate, draft'

/** Fields of an article, and what is said of it. */
const mistakes: readonly [name: string, fields: Record<string, string | null>, ...told: string[]][] = [
  ['nothing-wrong', {}],
  ['no-title', { title: null }, '2:1 front-matter: The front matter lacks `title`.'],
  ['no-authors', { authors: null }, '2:1 front-matter: The front matter lacks `authors`.'],
  ['empty-description', { description: '' }, '3:1 front-matter: Unexpected `description`: expected text, found nothing.'],
  ['blank-title', { title: '"  "' }, '2:8 front-matter: Unexpected `title`: expected text, found nothing.'],
  ['title-list', { title: '[a, b]' }, '2:8 front-matter: Unexpected `title`: expected text.'],
  ['no-author-in-list', { authors: '[]' }, '5:10 front-matter: Unexpected `authors`: expected at least one author.'],
  ['one-author', { authors: 'Ada Byron' }],
  ['clock-time-as-title', { title: '12:30' }],
  ['date-in-words', { date: 'yesterday' }, `4:7 front-matter: Unexpected \`yesterday\`, ${aDate}`],
  ['day-that-is-none', { date: '2026-02-30' }, `4:7 front-matter: Unexpected \`2026-02-30\`, ${aDate}`],
  ['hour-that-is-none', { updated: '2026-02-03T25:00' }, `6:10 front-matter: Unexpected \`2026-02-03T25:00\`, ${aDate}`],
  ['offset-that-is-none', { date: '2026-02-03T05:00+99:00' }, `4:7 front-matter: Unexpected \`2026-02-03T05:00+99:00\`, ${aDate}`],
  ['offset-in-hours', { date: '2026-02-03T05:00+02' }],
  ['offset-in-small-letters', { date: '2026-02-03t05:00z' }],
  ['language-unknown', { lang: 'xx' }, "6:7 front-matter: Unknown locale `xx`, expected one of the site's: en, it."],
  ['language-known', { lang: 'it' }],
  ['translation-unknown', { translate: '[it, de]' }, "6:17 front-matter: Unknown locale `de`, expected one of the site's: en, it."],
  ['draft-unsure', { draft: 'maybe' }, '6:8 front-matter: Unexpected `draft`: expected true or false.'],
  ['slug-with-folder', { slug: 'a/b' }, '6:7 front-matter: Unexpected slug `a/b`, expected letters and digits with `-` between them.'],
  [
    'slug-of-a-file',
    { slug: 'feed.xml' },
    '6:7 front-matter: Unexpected slug `feed.xml`, expected letters and digits with `-` between them.',
  ],
  [
    'all-at-once',
    { title: null, date: 'soon', lang: 'xx', translate: '[it, de]', slug: 'a/b' },
    '2:1 front-matter: The front matter lacks `title`.',
    `3:7 front-matter: Unexpected \`soon\`, ${aDate}`,
    "5:7 front-matter: Unknown locale `xx`, expected one of the site's: en, it.",
    "6:17 front-matter: Unknown locale `de`, expected one of the site's: en, it.",
    '7:7 front-matter: Unexpected slug `a/b`, expected letters and digits with `-` between them.',
  ],
  [
    'of a shape and a name',
    { authors: '[]', slug: '{ a: b }', translate: 'de' },
    '5:10 front-matter: Unexpected `authors`: expected at least one author.',
    '6:7 front-matter: Unexpected `slug`: expected text.',
    "7:12 front-matter: Unknown locale `de`, expected one of the site's: en, it.",
  ],
  ['corrections', { corrections: '[{ date: 2026-02-03, text: The boat was blue. }]' }],
  [
    'corrections-text',
    { corrections: 'The boat was blue.' },
    '6:14 front-matter: Unexpected `corrections`: expected a list of corrections, each with date and text.',
  ],
  ['correction-text', { corrections: '[The boat was blue.]' }, '6:15 front-matter: Unexpected `corrections.0`: expected date and text.'],
  [
    'correction-undated',
    { corrections: '[{ text: The boat was blue. }]' },
    '6:15 front-matter: Unexpected `corrections.0.date`: expected text.',
  ],
  ['correction-date', { corrections: '[{ date: soon, text: The boat was blue. }]' }, `6:23 front-matter: Unexpected \`soon\`, ${aDate}`],
  [
    'correction-field',
    { corrections: '[{ date: 2026-02-03, text: Blue., by: Ada }]' },
    '6:48 front-matter: Unknown field `by`, expected one of date, text.',
  ],
  ['image-text', { image: './a.png' }, '6:8 front-matter: Unexpected `image`: expected src, alt, caption and credit.'],
  [
    'image-gone',
    { image: '{ src: ./a.png }' },
    "6:15 missing-picture: The picture `./a.png` isn't there: expected the file `articles/a.png`.",
  ],
  [
    'image-field',
    { image: '{ src: ../articles/there.png, size: 3 }' },
    '6:38 front-matter: Unknown field `size`, expected one of src, alt, caption, credit.',
  ],
  ['field-unknown', { titel: 'x' }, `6:1 front-matter: Unknown field \`titel\`, expected one of ${fields}.`],
  ['prototype', { ['__proto__']: '{ a: b }' }, `6:1 front-matter: Unknown field \`__proto__\`, expected one of ${fields}.`],
  ['alias-of-nothing', { x: '*nothing' }, '2:1 front-matter: The front matter has an alias without an anchor; write the values out.'],
  ['unclosed', { x: '"a' }, '7:1 front-matter: The front matter is no valid YAML: Missing closing "quote.'],
]

test('each mistake in front matter is told at its place', async () => {
  const files = mistakes.map(([name, fields]) => [`articles/${name}.md`, article('Text.\n', fields)])
  const root = newsroom(['en', 'it'], { ...Object.fromEntries(files), 'articles/there.png': png(1) }, silent)
  const findings = await findingsOf(root)
  expect(Object.fromEntries(mistakes.map(([name]) => [name, told(findings, `articles/${name}.md`)]))).toEqual(
    Object.fromEntries(mistakes.map(([name, , ...expected]) => [name, expected])),
  )
})

test('what is no front matter at all is told in few words', async () => {
  const files = {
    'articles/empty.md': '',
    'articles/bare.md': 'Text.\n',
    'articles/scalar.md': '---\nText\n---\n',
    'articles/deep.md': `---\ntitle: ${'['.repeat(20_000)}\n---\n`,
    'articles/bomb.md': `---\na: &a [x, x]\n${[...'bcdefghijklm'].map((name, at) => `${name}: &${name} [*${'abcdefghijklm'[at]}, *${'abcdefghijklm'[at]}]\n`).join('')}---\n`,
    'articles/tail.md': '---\ntitle: x\n',
  }
  const findings = await findingsOf(newsroom(['en'], files))
  const lacks =
    '1:1 front-matter: The article has no front matter; expected `---`, title, description, date and authors, and `---` again at its start.'
  expect(told(findings, 'articles/empty.md')).toEqual([
    '1:1 front-matter: The article is empty; expected front matter between `---` lines, then the text.',
  ])
  expect(told(findings, 'articles/bare.md')).toEqual([lacks])
  expect(told(findings, 'articles/tail.md')).toEqual([lacks])
  expect(told(findings, 'articles/scalar.md')).toEqual([
    '2:1 front-matter: The front matter has no fields; expected title, description, date and authors.',
  ])
  expect(told(findings, 'articles/bomb.md')).toEqual(['2:1 front-matter: The front matter has too many aliases; write the values out.'])
  expect(told(findings, 'articles/deep.md').length).toBeLessThanOrEqual(3)
})

test('places count in the file as it is: with a byte order mark, CRLF and letters of two units', async () => {
  const text = `\uFEFF${article('See 😀 [it](javascript:x).\n', { title: '😀 talks', date: '" soon"' })}`.replaceAll('\n', '\r\n')
  const wrong = `\uFEFF${article('See 😀 [it](javascript:x) and <u>it</u>.\n')}`.replaceAll('\n', '\r\n')
  const findings = await findingsOf(newsroom(['en'], { 'articles/a.md': text, 'articles/b.md': wrong }, silent))
  expect(findings.map(({ file, line, column, endColumn, actual }) => [file, line, column, endColumn, actual])).toEqual([
    ['articles/a.md', 4, 7, 14, '" soon"'],
    ['articles/b.md', 8, 8, 26, '[it](javascript:x)'],
    ['articles/b.md', 8, 31, 34, '<u>'],
    ['articles/b.md', 8, 36, 40, '</u>'],
  ])
})
