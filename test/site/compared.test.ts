import { expect, test } from 'vitest'
import type { Finding } from '../../pipeline/model/finding.ts'
import { article, catalog, findingsOf, frontMatter, newsroom } from './newsroom.ts'

const quiet = { check: { rules: { spelling: 'off' } } }

function brief({ rule, file, line, column, endColumn, message }: Finding): string {
  return `${file}:${line}:${column}-${endColumn ?? ''} ${rule} ${message}`
}

test('translations are held to the glossary, to each other across the site, and to their length', async () => {
  const root = newsroom(
    ['en', 'it'],
    {
      'articles/a.md': article('The right of transit passage is old.\n\nHarbour tolls by vessel\n'),
      'articles/b.md': article('Harbour tolls by vessel\n', { title: 'More talks' }),
      'articles/c.md': article('Harbour tolls by vessel\n\nShips enjoy free passage.\n', { title: 'Still more talks' }),
      'locales/glossary.yaml':
        'terms:\n  - en: [transit passage]\n    it: [passaggio in transito]\n    forbidden:\n      en: [free passage]\n',
      'locales/it/articles/a.po': catalog(
        ...frontMatter,
        { id: 'The right of transit passage is old.', text: 'Il diritto di libera navigazione è antico.' },
        { id: 'Harbour tolls by vessel', text: 'Pedaggi portuali per nave' },
      ),
      'locales/it/articles/b.po': catalog(
        {
          context: 'title',
          id: 'More talks',
          text: 'Altri colloqui, lunghi come se ne ricordano pochi, poi, sul diritto del mare, sui passaggi e su chi deve pagare i fari',
        },
        { context: 'description', id: 'A short line', text: 'Un sommario' },
        { id: 'Harbour tolls by vessel', text: 'Diritti portuali per nave' },
      ),
      'locales/it/articles/c.po': catalog(
        { context: 'title', id: 'Still more talks', text: '—' },
        { id: 'Harbour tolls by vessel', text: 'Diritti portuali per nave ' },
      ),
    },
    quiet,
  )
  expect((await findingsOf(root)).map(brief)).toEqual([
    'articles/c.md:10:13-25 forbidden-term Unexpected `free passage`, expected `transit passage`',
    'locales/it/articles/a.po:16:9- glossary-term Missing term `passaggio in transito` for `transit passage`',
    'locales/it/articles/a.po:19:9-34 inconsistent-translation The same source is translated otherwise in locales/it/articles/b.po:15: `Diritti portuali per nave`',
    'locales/it/articles/b.po:9:119-127 too-long 118 characters, expected at most 110: what comes after is cut in lists and feeds',
    'locales/it/articles/c.po:9:9-10 blank-translation The translation has no words, the source has',
    'locales/it/articles/c.po:12:34-35 edge-space Unexpected space after the translation',
  ])
})

test('the words of pages keep their placeholders, forms and keys, and findings stand where they are in the JSON', async () => {
  const root = newsroom(
    ['en', 'it', 'pl'],
    {
      'articles/a.md': article('Text.\n'),
      'locales/en/interface.json': '{ "own": "In {{place}} by {{who}}", "n_one": "one of {{all}}", "n_other": "{{count}} of {{all}}" }',
      'locales/it/interface.json':
        '{\n  "own": "A \\"{{luogo}}\\" di {who}",\n  "n_one": "uno di {{all}}",\n  "n_many": "{{count}}",\n  "n_few": "x {{all}}",\n  "n_other": "{{all}}"\n}',
      'locales/pl/interface.json': '{ "tytul": "Tytuł", "tag.law": "Prawo" }',
      'templates/not-found.ts':
        "import { html } from 'colophon'\nexport default ({ t }) => html([t('own', { place: 1, who: 2 }), t('n', { count: 1 })])\n",
    },
    quiet,
  )
  const found = (await findingsOf(root)).filter(({ rule, locale }) => rule.startsWith('interface-') && locale !== undefined)
  expect(found.map(brief)).toEqual([
    'locales/it/interface.json:2:15-24 interface-placeholder Unexpected placeholder `{{luogo}}`, expected `{{place}}`, `{{who}}`',
    'locales/it/interface.json:2:30-35 interface-placeholder Unexpected `{who}`, expected `{{who}}`',
    'locales/it/interface.json:4:13-24 interface-placeholder Missing placeholder `{{all}}`',
    'locales/it/interface.json:5:3-10 interface-plural Unexpected plural form `n_few`: in `it` no number takes it, only one, many, other',
    'locales/pl/interface.json:1:3-10 interface-unused No template asks for `tytul`',
    'locales/pl/interface.json:1:40- interface-missing The interface lacks `n` in `pl`; the words of a fallback stand in.',
    'locales/pl/interface.json:1:40- interface-missing The interface lacks `own` in `pl`; the words of a fallback stand in.',
  ])
})
