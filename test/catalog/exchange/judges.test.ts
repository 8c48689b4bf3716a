import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { test as law } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { writeTmx } from '../../../pipeline/catalog/exchange/write-tmx.ts'
import { writeXliff } from '../../../pipeline/catalog/exchange/write-xliff.ts'
import { hasWords, isFuzzy } from '../../../pipeline/catalog/message-state.ts'
import type { Catalog } from '../../../pipeline/model/catalog.ts'
import type { Locale } from '../../../pipeline/model/locale.ts'
import { anyCatalog } from '../po-files.ts'
import { catalog, message } from '../sample.ts'

const python = '/usr/bin/python3'
const schemas = '/usr/share/php/Symfony/Component/Translation/Resources/schemas'
const hasLxml = runs('import lxml.etree')
const hasSchema = hasLxml && existsSync(`${schemas}/xliff-core-2.0.xsd`)
const hasToolkit = runs('import translate.storage.tmx')

if (!hasSchema)
  process.stderr.write(
    'SKIPPED: python3-lxml or the schema of XLIFF (Debian: php-symfony-translation has it) isn’t installed, so no schema judges our files\n',
  )
if (!hasToolkit) process.stderr.write('SKIPPED: translate-toolkit isn’t installed (Debian), so it doesn’t judge our TMX files\n')

function runs(code: string): boolean {
  return spawnSync(python, ['-c', code]).status === 0
}

/** What a program in Python makes of a file. */
function asked(code: string, file: string): unknown {
  const { status, stdout, stderr } = spawnSync(python, ['-c', code, schemas], { input: file, encoding: 'utf8', maxBuffer: 1e9 })
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout)
}

/** The core's schema is one for 2.0 and 2.1. */
const validate = `
import sys, json, lxml.etree as e
folder = sys.argv[1]
text = open(folder + '/xliff-core-2.0.xsd', 'rb').read().replace(b'informativeCopiesOf3rdPartySchemas/w3c/xml.xsd', ('file://' + folder + '/xml.xsd').encode())
schema = e.XMLSchema(e.fromstring(text))
schema.validate(e.fromstring(sys.stdin.buffer.read()))
print(json.dumps([str(error) for error in schema.error_log]))
`

const segments = `
import sys, json, lxml.etree as e
root = e.fromstring(sys.stdin.buffer.read())
x = '{urn:oasis:names:tc:xliff:document:2.0}'
def text(node):
    if node is None: return ''
    return (node.text or '') + ''.join(chr(int(cp.get('hex'), 16)) + (cp.tail or '') for cp in node)
print(json.dumps([[s.get('state'), text(s.find(x + 'source')), text(s.find(x + 'target'))] for s in root.iter(x + 'segment')]))
`

const pairs = `
import sys, json
from translate.storage.tmx import tmxfile
store = tmxfile.parsestring(sys.stdin.buffer.read())
print(json.dumps([[unit.source, unit.target] for unit in store.units]))
`

const xliff = (any: Catalog) => writeXliff({ catalog: any, original: 'articles/"a"&b.md', source: 'en' as Locale, target: 'ar' as Locale })
const live = ({ messages }: Catalog) => messages.filter(({ obsolete }) => !obsolete)
const nasty = catalog(
  message('a <b> & "c" ]]>', "سلام 'عالم' \u{1F600}\u202e", {
    context: 'title',
    extracted: [' title'],
    comments: [' Translator: <Ada>', ' \u0001'],
  }),
  message('\u0001 tab\t end\n', 'x\r\ny', { flags: ['fuzzy'], previous: { context: null, id: 'old & "older"', idPlural: null } }),
  message(' blanks ', ''),
)
/** XLIFF wants one unit at least, as every article has. */
const filled = anyCatalog.filter((any) => live(any).length > 0)

describe.runIf(hasSchema)('the schema of XLIFF', () => {
  test('takes what we write', () => {
    expect(asked(validate, xliff(nasty))).toEqual([])
  })

  test('sees what is wrong', () => {
    expect(asked(validate, xliff(nasty).replace('state="translated"', 'state="done"'))).not.toEqual([])
  })

  law.prop([filled], { numRuns: 8 })('takes whatever a catalog holds', (any) => {
    expect(asked(validate, xliff(any))).toEqual([])
  })
})

describe.runIf(hasLxml)('another reader of XML', () => {
  law.prop([filled], { numRuns: 8 })('finds the same texts and states', (any) => {
    const expected = live(any).map((each) => {
      const words = each.strings[0] ?? ''
      return [!isFuzzy(each) && words.trim() !== '' ? 'translated' : 'initial', each.id, words]
    })
    expect(asked(segments, xliff(any))).toEqual(expected)
  })

  test('finds characters that XML cannot hold', () => {
    expect(asked(segments, xliff(nasty))).toContainEqual(['initial', '\u0001 tab\t end\n', 'x\r\ny'])
  })
})

describe.runIf(hasToolkit)('translate-toolkit', () => {
  test('reads our TMX', () => {
    const memory = catalog(...nasty.messages, message('plain', 'semplice'), message('c\u0007', 'C'))
    const editions = [{ catalog: memory, original: 'articles/a.md', source: 'en' as Locale }]
    expect(asked(pairs, writeTmx({ editions, source: 'en' as Locale, target: 'ar' as Locale }))).toEqual([
      ['a <b> & "c" ]]>', "سلام 'عالم' \u{1F600}\u202e"],
      ['plain', 'semplice'],
    ])
  })
})

test('there is something to judge', () => {
  expect(live(nasty).filter(hasWords)).toHaveLength(2)
})
