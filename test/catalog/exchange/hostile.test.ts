import { describe, expect, test } from 'vitest'
import { readTmx } from '../../../pipeline/catalog/exchange/read-tmx.ts'
import { readXliff } from '../../../pipeline/catalog/exchange/read-xliff.ts'
import { unitsIn } from './units.ts'

const xliff = (inside: string, attributes = 'version="2.1" srcLang="en" trgLang="it"') =>
  `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" ${attributes}><file id="f" original="a"><unit id="u"><segment state="final"><source>a</source>${inside}</segment></unit></file></xliff>`
const tmx = (inside: string, prolog = '') =>
  `${prolog}<tmx version="1.4"><header srclang="en"/><body><tu><tuv xml:lang="en"><seg>a</seg></tuv><tuv xml:lang="it">${inside}</tuv></tu></body></tmx>`

describe('XML that is refused, with its place', () => {
  const laughs = `<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>`
  test.each([
    ['a billion laughs', `${laughs}${xliff('<target>&b;</target>')}`, '1:1'],
    ['a file read by an entity', `<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>\n${xliff('<target>&f;</target>')}`, '1:1'],
    ['a document type behind a comment', `<?xml version="1.0"?>\n<!-- -->\n<!DOCTYPE x [ ]>${xliff('')}`, '3:1'],
    ['an entity that nobody declared', xliff('\n<target>\n &nbsp;</target>'), '3:2'],
    ['a bare ampersand', xliff('\n<target>R&D</target>'), '2:10'],
    ['the number of no character', xliff('\n<target>&#0;</target>'), '2:9'],
    ['the number of a surrogate', xliff('\n<target>&#xD800;</target>'), '2:9'],
    ['a bare NUL', xliff('\n<target>b\0</target>'), '2:10'],
    ['a bare escape character', xliff('\n<target>b\u001b[2J</target>'), '2:10'],
    ['a noncharacter', xliff('\n<target>\uffff</target>'), '2:9'],
    ['a name without an end', '<'.repeat(500_000), '1:'],
    ['an end that is missing', xliff('').replace('</unit>', ''), '1:'],
    ['no XML at all', 'msgid "a"', '1:'],
    ['nothing', '', '1:1'],
    ['depth', xliff(`<target>${'<mrk>'.repeat(100_000)}${'</mrk>'.repeat(100_000)}</target>`), '1:'],
  ])('%s', (_, file, place) => {
    const read = readXliff(file)
    expect(read.kind).toBe('broken')
    if (read.kind !== 'broken') return
    expect(`${read.line}:${read.column}`).toMatch(new RegExp(`^${place}`))
    expect(read.why.length).toBeLessThan(200)
  })
})

describe('formats that are not ours', () => {
  test.each([
    ['XLIFF 1.2', '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file/></xliff>', 'XLIFF 1.2'],
    ['XLIFF 3.0', xliff('', 'version="3.0"'), 'XLIFF 3.0'],
    ['XLIFF without its namespace', '<xliff version="2.1"/>', 'XLIFF 2.1 without its namespace'],
    ['a page', '<html/>', 'a document of `html`'],
  ])('%s', (_, file, found) => {
    expect(readXliff(file)).toEqual({ kind: 'foreign', found })
  })

  test.each([
    ['TMX 1.0', '<tmx version="1.0"/>', 'TMX 1.0'],
    ['XLIFF', xliff(''), 'a document of `xliff`'],
  ])('%s for TMX', (_, file, found) => {
    expect(readTmx(file)).toEqual({ kind: 'foreign', found })
  })
})

test('names of JavaScript’s own are names', () => {
  const file = xliff('<target toString="x">b</target>').replace(
    '<unit id="u">',
    '<unit id="__proto__" name="constructor"><n:toString xmlns:n="urn:n"/>',
  )
  expect(unitsIn(readXliff(file))).toMatchObject([{ id: '__proto__', context: 'constructor', target: 'b' }])
  expect(Object.keys(Object.prototype)).toEqual([])
})

test.each([
  ['0000', '', 'draft'],
  ['D800', '', 'draft'],
  ['DFFF', '', 'draft'],
  ['110000', '', 'draft'],
  ['10FFFF', '\u{10FFFF}', 'finished'],
  ['', '', 'draft'],
  ['0007', '\u0007', 'finished'],
  ['1F600', '\u{1F600}', 'finished'],
])('<cp hex="%s"/> is %j', (hex, text, state) => {
  expect(unitsIn(readXliff(xliff(`<target>b<cp hex="${hex}"/></target>`)))).toMatchObject([{ target: `b${text}`, state }])
})

describe('TMX of other tools', () => {
  test('a document type that only names a file is passed over', () => {
    const prolog = '\ufeff<?xml version="1.0"?>\r\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\r\n'
    expect(unitsIn(readTmx(tmx('<seg>b</seg>', prolog)))).toMatchObject([{ source: 'a', target: 'b', state: 'draft', context: null }])
  })

  test('codes are left out', () => {
    expect(unitsIn(readTmx(tmx('<seg>b <bpt i="1">&lt;b></bpt><hi>c</hi><ept i="1"/> <ph/>d</seg>')))).toMatchObject([
      { target: 'b c d', state: 'draft' },
    ])
  })

  test('every pair of a unit in many languages', () => {
    const read = readTmx(
      tmx('<seg>b</seg>')
        .replace('</tu>', '<tuv xml:lang="pt_br"><seg>c</seg></tuv></tu>')
        .replace('<header', '<header o="1"')
        .replace('srclang="en"', 'srclang="*all*"'),
    )
    expect(read.kind === 'read' && read.deliveries.map(({ source, target, units }) => [source, target, units[0]?.target])).toEqual([
      ['en', 'it', 'b'],
      ['en', 'pt-BR', 'c'],
    ])
  })
})
