import { expect, test } from 'vitest'
import { bodyPassages } from '../../../pipeline/article/passages.ts'
import { foreignTexts } from '../../../pipeline/catalog/foreign/foreign-text.ts'
import { catalogOf } from '../sample.ts'

/** As the command line reads it. */
function textsIn(po: string) {
  const blocks = (markdown: string) => bodyPassages(markdown).flatMap(({ kind, text }) => (kind === 'code' ? [] : [text]))
  return foreignTexts(catalogOf(po), blocks).map(({ id, text, context, current }) => ({ id, text, context, current }))
}

const plain = { context: null, current: true }

test('a table in one message is as many texts as it has cells', () => {
  const po =
    'msgid ""\n"| Boat | Crew |\\n"\n"|---|---|\\n"\n"| Ada | 12 |\\n"\nmsgstr ""\n"| Boot | Leute |\\n"\n"|---|---|\\n"\n"| Ada | zwölf |\\n"\n'
  expect(textsIn(po)).toEqual([
    { id: 'Boat', text: 'Boot', ...plain },
    { id: 'Crew', text: 'Leute', ...plain },
    { id: 'Ada', text: 'Ada', ...plain },
    { id: '12', text: 'zwölf', ...plain },
  ])
})

test.each([
  ['a heading', '## One *day*', '## Ein *Tag*', [['One *day*', 'Ein *Tag*']]],
  [
    'a list',
    '- One\\n- Two',
    '* Eins\\n* Zwei',
    [
      ['One', 'Eins'],
      ['Two', 'Zwei'],
    ],
  ],
  [
    'two paragraphs',
    'One\\n\\nTwo',
    'Eins\\n\\nZwei',
    [
      ['One', 'Eins'],
      ['Two', 'Zwei'],
    ],
  ],
  ['links with their definitions', 'See [it]\\n\\n[it]: a.md', 'Sieh [es]\\n\\n[es]: a.md', [['See [it](a.md)', 'Sieh [es](a.md)']]],
  ['a footnote, which has no mark there', '[^1]: One', '[^1]: Eins', [['One', 'Eins']]],
  ['a footnote whose translation has no mark', '[^1]: One', 'Eins', [['[^1]: One', 'Eins']]],
  ['a quotation', '> One\\n> two', '> Eins\\n> zwei', [['One two', 'Eins zwei']]],
  ['blocks that do not correspond', '- One\\n- Two', '- Eins', [['- One\n- Two', '- Eins']]],
  ['code', '```\\nx\\n```', '```\\ny\\n```', [['```\nx\n```', '```\ny\n```']]],
])('%s in a message', (_, id, text, pairs) => {
  expect(textsIn(`msgid "${id}"\nmsgstr "${text}"\n`)).toEqual(pairs.map(([source, target]) => ({ id: source, text: target, ...plain })))
})

test('po4a names the fields of a front matter', () => {
  const po =
    '#. type: YAML Front Matter: title\nmsgid "One day"\nmsgstr "Ein Tag"\n\n#. type: Yaml Front Matter Hash Value: description\nmsgid "It rained."\nmsgstr "Es regnete."\n'
  expect(textsIn(po).map(({ context }) => context)).toEqual(['title', 'description'])
  const noted = '#. A note\n#. type: YAML Front Matter: Place\nmsgid "Genoa"\nmsgstr "Genua"\n'
  expect(textsIn(noted).map(({ context }) => context)).toEqual(['place'])
})

test('what po4a took out of a block of code is one text, whatever it looks like', () => {
  const po = '#. type: Fenced code block (yaml)\nmsgid "- one\\n- two"\nmsgstr "- eins\\n- zwei"\n'
  expect(textsIn(po).map(({ id }) => id)).toEqual(['- one\n- two'])
})

test('a text of one line is what it is, though a parser would make something of it', () => {
  expect(textsIn('msgid "*One*  \\n"\nmsgstr "*Eins*"\n').map(({ id }) => id)).toEqual(['*One*  \n'])
  const long = 'word '.repeat(10_001)
  expect(textsIn(`msgid "- ${long}"\nmsgstr "- ${long}"\n`).map(({ id }) => id.slice(0, 6))).toEqual(['- word'])
})

test('finished texts come first, then what is fuzzy; untranslated and plural ones are none', () => {
  const po = [
    '#, fuzzy\nmsgid "One"\nmsgstr "Eins"\n',
    'msgid "Two"\nmsgstr ""\n',
    'msgid "boat"\nmsgid_plural "boats"\nmsgstr[0] "Boot"\nmsgstr[1] "Boote"\n',
    '#~ msgid "Zero"\n#~ msgstr "Null"\n',
    'msgid "Three"\nmsgstr "Drei"\n',
    '#~ msgid "Four"\n#~ msgstr "Vier"\n',
  ].join('\n')
  expect(textsIn(po).map(({ id, current }) => [id, current])).toEqual([
    ['Three', true],
    ['Zero', true],
    ['Four', true],
    ['One', false],
  ])
})
