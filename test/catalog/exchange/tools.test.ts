import { describe, expect, test } from 'vitest'
import { catalogOf } from '../sample.ts'
import { imported, synced, xliffOf } from './units.ts'

const article = ['title: Talks resume', 'The *minister* arrived. He was late.', 'Oil fell.', 'No deal.']
const base = catalogOf(
  [
    'msgid ""\nmsgstr ""\n"Language: it\\n"\n"MIME-Version: 1.0\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n',
    '#. title, at most 110 characters\nmsgctxt "title"\nmsgid "Talks resume"\nmsgstr "Riprendono i colloqui"\n',
    '# Translator: Ada\n#. paragraph\nmsgid "The *minister* arrived. He was late."\nmsgstr "Il *ministro* è arrivato. Era in ritardo."\n',
    '#. paragraph\n#, fuzzy\n#| msgid "Oil rose."\nmsgid "Oil fell."\nmsgstr "Il petrolio è salito."\n',
    '#. paragraph\nmsgid "No deal."\nmsgstr ""\n',
  ].join('\n'),
)
const exported = xliffOf(base)
/** The catalog's lines that an import took away and added. */
function changed(file: string, catalog = base, paragraphs = article) {
  const result = imported(paragraphs, catalog, file)
  const before = linesOf(
    imported(paragraphs, catalog, exported.replace(/<unit[\s\S]*<\/unit>/, '<unit id="x"><segment><source/></segment></unit>')).file,
  )
  const after = linesOf(result.file)
  return {
    gone: minus(before, after),
    new: minus(after, before),
    left: result.left,
    counts: [result.finished, result.fuzzy],
  }
}
/** A line that stands there twice counts twice. */
function minus(lines: readonly string[], others: readonly string[]): string[] {
  const left = [...others]
  return lines.filter((line) => {
    const at = left.indexOf(line)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}

const linesOf = (text: string) => text.split('\n').filter((line) => line !== '')
const nothing = { gone: [], new: [], left: [], counts: [0, 0] }

test('a file says what every message is', () => {
  const [outdated] = /<unit id="paragraph-oil[\s\S]*?<\/unit>/.exec(exported) ?? []
  expect(outdated).toBe(`<unit id="paragraph-oil-fell-ca73c3062f80" xml:space="preserve">
      <mda:metadata>
        <mda:metaGroup category="colophon">
          <mda:meta type="words">8e0ceeccfa23a3ea</mda:meta>
        </mda:metaGroup>
      </mda:metadata>
      <notes>
        <note category="extracted">paragraph</note>
        <note category="previous-source">Oil rose.</note>
      </notes>
      <segment state="initial" subState="colophon:fuzzy">
        <source>Oil fell.</source>
        <target>Il petrolio è salito.</target>
      </segment>
    </unit>`)
  expect(exported).toContain('<unit id="title" name="title" xml:space="preserve">')
  expect(exported).toContain('<note category="comment">Translator: Ada</note>')
  expect([...exported.matchAll(/state="(\w+)"/g)].map(([, state]) => state)).toEqual(['translated', 'translated', 'initial', 'initial'])
})

describe('changes that tools make on the way, and that are none', () => {
  test.each<[string, (file: string) => string]>([
    ['nothing', (file) => file],
    ['Windows line ends and a byte order mark', (file) => `\ufeff${file.replaceAll('\n', '\r\n')}`],
    [
      'another order of attributes, other quotes',
      (file) => file.replace(/<unit id="([^"]*)" name="([^"]*)"/g, "<unit name='$2'\n id='$1'"),
    ],
    [
      'a prefix for the core namespace',
      (file) => file.replace(/<(\/?)(xliff|file|unit|notes|note|segment|source|target)\b/g, '<$1x:$2').replace('xmlns=', 'xmlns:x='),
    ],
    [
      'comments, processing instructions, CDATA',
      (file) => file.replace('<source>Oil fell.', '<!-- a --><?tool b?><source><![CDATA[Oil]]> fell.'),
    ],
    ['character references', (file) => file.replaceAll('è', '&#xE8;').replaceAll('*', '&#42;')],
    ['annotations', (file) => file.replace('Oil fell.', '<mrk id="m1" type="term">Oil</mrk> <sm id="m2"/>fell<em startRef="m2"/>.')],
    [
      'modules and extensions of others',
      (file) => file.replace(/<unit id="title"([^>]*)>/, '<unit id="title"$1><t:glossary xmlns:t="urn:t"><source>x</source></t:glossary>'),
    ],
    ['groups', (file) => file.replace('<unit id="title"', '<group id="g1"><unit id="title"').replace('</file>', '</group></file>')],
    ['no notes', (file) => file.replace(/<notes>[\s\S]*?<\/notes>/g, '')],
    ['no metadata', (file) => file.replace(/<mda:metadata>[\s\S]*?<\/mda:metadata>/g, '')],
    ['no name', (file) => file.replaceAll(/ name="[^"]*"/g, '')],
    ['version 2.0', (file) => file.replace('version="2.1"', 'version="2.0"')],
    ['reviewed', (file) => file.replaceAll('state="translated"', 'state="reviewed"')],
    [
      'sources copied into targets that nobody touched',
      (file) =>
        file
          .replace('<source>No deal.</source>', '<source>No deal.</source><target>No deal.</target>')
          .replace('Il petrolio è salito.', 'Oil fell.'),
    ],
    ['an empty target', (file) => file.replace('<source>No deal.</source>', '<source>No deal.</source><target/>')],
    [
      'a unit cut into sentences',
      (file) =>
        file
          .replace('arrived. He was late.</source>', 'arrived.</source>')
          .replace(
            'è arrivato. Era in ritardo.</target>\n      </segment>',
            'è arrivato.</target></segment><ignorable><source> </source></ignorable><segment state="final"><source>He was late.</source><target>Era in ritardo.</target></segment>',
          ),
    ],
    [
      'a unit cut into sentences without a blank between them',
      (file) =>
        file
          .replace('arrived. He was late.</source>', 'arrived.</source>')
          .replace(
            'è arrivato. Era in ritardo.</target>\n      </segment>',
            'è arrivato.</target></segment><segment state="final"><source>He was late.</source><target>Era in ritardo.</target></segment>',
          ),
    ],
    [
      'sentences in another order',
      (file) =>
        file
          .replace('arrived. He was late.</source>', 'arrived. </source>')
          .replace(
            '<target>Il *ministro* è arrivato. Era in ritardo.</target>\n      </segment>',
            '<target order="2">Era in ritardo.</target></segment><segment state="final"><source>He was late.</source><target order="1">Il *ministro* è arrivato. </target></segment>',
          ),
    ],
  ])('%s', (_, change) => {
    const file = change(exported)
    if (_ !== 'nothing') expect(file).not.toBe(exported)
    expect(changed(file)).toEqual(nothing)
  })
})

describe('what a translator does', () => {
  const words = (source: string, state: string, target: string) =>
    exported.replace(
      new RegExp(`<segment [^>]*>\\s*<source>${source.replace(/[*.]/g, '\\$&')}</source>(\\s*<target>[^<]*</target>)?`),
      `<segment state="${state}"><source>${source}</source><target>${target}</target>`,
    )

  test('translates a missing one', () => {
    expect(changed(words('No deal.', 'translated', 'Nessun accordo.'))).toEqual({
      gone: ['msgstr ""'],
      new: ['msgstr "Nessun accordo."'],
      left: [],
      counts: [1, 0],
    })
  })

  test('leaves a draft, which is fuzzy', () => {
    expect(changed(words('No deal.', 'initial', 'Nessun accordo.'))).toMatchObject({
      new: ['#, fuzzy', 'msgstr "Nessun accordo."'],
      counts: [0, 1],
    })
  })

  test('mends an outdated one, which is current then', () => {
    expect(changed(words('Oil fell.', 'final', 'Il petrolio è sceso.'))).toEqual({
      gone: ['#, fuzzy', '#| msgid "Oil rose."', 'msgstr "Il petrolio è salito."'],
      new: ['msgstr "Il petrolio è sceso."'],
      left: [],
      counts: [1, 0],
    })
  })

  test('confirms an outdated one as it is', () => {
    expect(changed(words('Oil fell.', 'reviewed', 'Il petrolio è salito.'))).toMatchObject({
      gone: ['#, fuzzy', '#| msgid "Oil rose."'],
      new: [],
      counts: [1, 0],
    })
  })

  test('begins an outdated one, which stays outdated', () => {
    expect(changed(words('Oil fell.', 'initial', 'Il petrolio'))).toEqual({
      gone: ['msgstr "Il petrolio è salito."'],
      new: ['msgstr "Il petrolio"'],
      left: [],
      counts: [0, 1],
    })
  })

  test('corrects a finished one', () => {
    expect(changed(words('Talks resume', 'translated', 'I colloqui riprendono'))).toEqual({
      gone: ['msgstr "Riprendono i colloqui"'],
      new: ['msgstr "I colloqui riprendono"'],
      left: [],
      counts: [1, 0],
    })
  })

  test('drafts over a finished one, which stays', () => {
    expect(changed(words('Talks resume', 'initial', 'Colloqui'))).toEqual({
      gone: [],
      new: ['# Another translation: "Colloqui"'],
      left: ['draft: Colloqui'],
      counts: [0, 0],
    })
  })

  test('puts a code of the tool into the words, which is a draft then', () => {
    expect(changed(words('No deal.', 'final', 'Nessun <pc id="1">accordo</pc>.'))).toMatchObject({
      new: ['#, fuzzy', 'msgstr "Nessun accordo."'],
      counts: [0, 1],
    })
  })

  test('translates one of two sentences, which is a draft then', () => {
    const file = exported.replace(
      '<source>No deal.</source>',
      '<source>No </source><target>Nessun </target></segment><segment state="initial"><source>deal.</source>',
    )
    expect(changed(file)).toMatchObject({ counts: [0, 1], left: [] })
  })

  test('asks something in a note', () => {
    const file = exported.replace(
      '<note category="comment">Translator: Ada</note>',
      '<note category="comment">Translator: Ada\nWhich minister?</note><note>Bob: finance \\</note>',
    )
    expect(changed(file)).toEqual({ gone: [], new: ['# Which minister?', '# Bob: finance \\ .'], left: [], counts: [0, 0] })
  })

  test('gives two translations for one text', () => {
    const unit = /<unit id="paragraph-no[\s\S]*?<\/unit>/.exec(exported)?.[0] ?? ''
    const twice = exported.replace(
      unit,
      ['Uno', 'Due']
        .map((text) => unit.replace('state="initial"', 'state="final"').replace('</source>', `</source><target>${text}</target>`))
        .join(''),
    )
    expect(changed(twice)).toMatchObject({ new: ['msgstr "Uno"'], left: ['twice: Due'] })
  })
})

describe('meanwhile', () => {
  const delivered = exported
    .replace('Riprendono i colloqui', 'I colloqui riprendono')
    .replace('<source>No deal.</source>', '<source>No deal.</source><target>Nessun accordo.</target>')
    .replaceAll('"initial"', '"translated"')

  test('somebody else translated the same: the catalog stays, the other is kept', () => {
    const catalog = {
      ...base,
      messages: base.messages.map((message) => (message.context === 'title' ? { ...message, strings: ['Si torna a trattare'] } : message)),
    }
    expect(changed(delivered, catalog)).toMatchObject({
      new: expect.arrayContaining(['# Another translation: "I colloqui riprendono"']),
      left: ['changed: I colloqui riprendono'],
    })
  })

  test('the text changed: the words are outdated, and say what they translate', () => {
    const paragraphs = article.with(3, 'No deal yet.')
    const catalog = synced(paragraphs, base)
    const { new: lines, left } = changed(delivered, catalog, paragraphs)
    expect(lines).toEqual(expect.arrayContaining(['#| msgid "No deal."', 'msgstr "Nessun accordo."']))
    expect(left).toEqual([])
  })

  test('the headline changed: the correction of the old one is outdated', () => {
    const paragraphs = article.with(0, 'title: Talks resume today')
    const { new: lines, left } = changed(delivered, synced(paragraphs, base), paragraphs)
    expect(lines).toContain('msgstr "I colloqui riprendono"')
    expect(left).toEqual([])
  })

  test('the text is gone: its words are told', () => {
    const paragraphs = article.slice(0, 3)
    expect(changed(delivered, synced(paragraphs, base), paragraphs).left).toEqual(['unmatched: Nessun accordo.'])
  })
})
