import { expect, test } from 'vitest'
import type { Finding } from '../../pipeline/model/finding.ts'
import { colophon } from '../support/cli.ts'
import { temporarySite } from '../support/temporary-site.ts'

function article(lang: string, text: string, title = 'News'): string {
  return `---\ntitle: ${title}\ndescription: News\ndate: 2026-11-20\nauthors: [Ada Lovelace]\nlang: ${lang}\ntranslate: []\n---\n\n${text}\n`
}

async function told(files: Readonly<Record<string, string>>, locales: readonly unknown[], ...words: readonly string[]): Promise<string[]> {
  const root = temporarySite({ 'colophon.config.json': JSON.stringify({ locales }), ...files })
  const { stdout } = await colophon(['check', '--root', root, '--json', ...words])
  const findings: Finding[] = JSON.parse(stdout).findings
  return findings
    .filter(({ rule }) => ['spelling', 'near-miss-name', 'misspelling', 'no-dictionary'].includes(rule))
    .map(
      ({ file, line, column, severity, rule, actual = '', expected: [first = ''] }) =>
        `${file}:${line}:${column} ${severity} ${rule} ${actual} ${first}`,
    )
}

test('a typo is a warning where it stands, a well-known misspelling an error', async () => {
  const files = { 'articles/a.md': article('en', 'The *minsiter* of\nthe sea will recieve her.') }
  expect(await told(files, ['en'])).toEqual([
    'articles/a.md:10:6 warning spelling minsiter minister',
    'articles/a.md:11:14 error misspelling recieve receive',
  ])
})

test('words of the house are right, and so is what says to be in another language', async () => {
  const files = {
    'articles/a.md': article(
      'en',
      'A qwertic day, <span lang="de">jawohlig</span>, at Kerzavn.\n\n:::quote{lang="fr"}\nUn motif inconu.\n:::',
    ),
    'locales/en/words.txt': 'qwertic\n',
  }
  expect(await told(files, ['en', 'fr'])).toEqual([])
})

test('what multiplies or measures a number needs no place in the dictionary', async () => {
  const files = {
    'articles/a.md': article('en', 'A debt of €5 bn and 3.2 tn, 30 kWh a day; but bn is none.'),
    'articles/b.md': article('it', 'Un debito di 5 mld e 30 mln di euro.'),
  }
  expect(await told(files, ['en', 'it'])).toEqual(['articles/a.md:10:47 warning spelling bn bin'])
})

test('a name that isn’t the language’s is one at the beginning of a sentence too, unless two letters changed places; what joins its parts belongs to it', async () => {
  const files = {
    'articles/a.md': article('en', 'Kaja Kallas spoke. Kaya Kallas left. Minsiter Kallas left.'),
    'articles/b.md': article('it', 'Versione italiana del Translation Desk of Withub. Il Ministero of Roma tace.'),
  }
  expect(await told(files, ['en', 'it'])).toEqual([
    'articles/a.md:10:38 warning spelling Minsiter Minister',
    'articles/b.md:10:64 warning spelling of or',
  ])
})

test('a name is held against all articles', async () => {
  const often = 'They met Araghchi, saw Araghchi and left Araghchi alone.'
  const files = { 'articles/a.md': article('en', often), 'articles/b.md': article('en', 'Then Araghci left.') }
  expect(await told(files, ['en'], '--article', 'b')).toEqual(['articles/b.md:10:6 warning near-miss-name Araghci Araghchi'])
})

test('a locale without a dictionary is told once, one that the configuration names and that isn’t there as a warning', async () => {
  const files = {
    'articles/a.md': article('fo', 'Hetta er ein grein.'),
    'articles/b.md': article('fo', 'Hetta er ein grein.'),
    'articles/c.md': article('en', 'An artcle.'),
    'articles/d.md': article('it', 'Un articlo.'),
    'articles/e.md': article('zh', '这是消息。'),
  }
  const locales = ['fo', 'zh', { tag: 'en', dictionary: false }, { tag: 'it', dictionary: './nowhere' }]
  expect(await told(files, locales)).toEqual([
    'locales/fo/words.txt:1:1 info no-dictionary  ',
    'locales/it/words.txt:1:1 warning no-dictionary  ',
  ])
})

test('a site can bring its own dictionary, and name its English', async () => {
  const files = {
    'articles/a.md': article('fo', 'Hetta er ein grien.'),
    'articles/b.md': article('en', 'The harbor.'),
    'dictionaries/fo.aff': 'SET UTF-8\n',
    'dictionaries/fo.dic': '4\nhetta\ner\nein\ngrein\n',
  }
  const locales = [
    { tag: 'fo', dictionary: 'dictionaries/fo' },
    { tag: 'en', dictionary: 'dictionary-en-gb' },
  ]
  expect(await told({ ...files, 'locales/fo/words.txt': 'News\n' }, locales)).toEqual([
    'articles/a.md:10:14 warning spelling grien grein',
    'articles/b.md:10:5 warning spelling harbor harbour',
  ])
})

test('a dictionary that can’t be read is told, and all else is checked', async () => {
  const files = {
    'articles/a.md': article('en', 'The teh.'),
    'd.aff': 'SET ISCII-DEVANAGARI\n',
    'd.dic': '',
  }
  expect(await told(files, [{ tag: 'en', dictionary: 'd' }])).toEqual([
    'articles/a.md:10:5 error misspelling teh the',
    'locales/en/words.txt:1:1 warning no-dictionary  ',
  ])
})

test('an article names its English where the site has but one', async () => {
  const text = 'The color and the colour of Kerzavn.'
  const files = {
    'articles/a.md': article('en', text),
    'articles/b.md': article('en-GB', text),
    'articles/c.md': article('en-US', text),
    'articles/d.md': article('en-GB', 'Kerzavn, Kerzavn and Kerzvan.'),
    'locales/en/words.txt': 'Kerzavn\n',
  }
  expect(await told(files, ['en', 'it'])).toEqual([
    'articles/b.md:10:5 warning spelling color colour',
    'articles/c.md:10:19 warning spelling colour color',
    'articles/d.md:10:22 warning near-miss-name Kerzvan Kerzavn',
  ])
})

test('a variety’s own dictionary comes before the one that the configuration names for its language, and none where that has none', async () => {
  const files = { 'articles/a.md': article('en-US', 'The colour.') }
  expect(await told(files, [{ tag: 'en', dictionary: 'dictionary-en-gb' }])).toEqual(['articles/a.md:10:5 warning spelling colour color'])
  expect(await told(files, [{ tag: 'en', dictionary: false }])).toEqual([])
})
