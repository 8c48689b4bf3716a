import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { writeCatalog } from '../../pipeline/catalog/write-catalog.ts'
import { hasGettext, msgcat } from './gettext.ts'
import { catalogOf, content } from './sample.ts'

const corpora = process.env['CORPORA'] ?? join(import.meta.dirname, '../../../shared/corpora')
const folder = join(corpora, 'comprehensive-rust/po')
const isHere = existsSync(folder)
if (!isHere) process.stderr.write(`SKIPPED: ${folder} isn’t here (set CORPORA), so real PO files aren’t read\n`)

describe.runIf(isHere).each(['da', 'es', 'fa', 'zh-CN'])('the catalog of a real book in %s', (tag) => {
  const file = isHere ? readFileSync(join(folder, `${tag}.po`), 'utf8') : ''
  const read = catalogOf(file)

  test('survives reading and writing, message by message', () => {
    expect(read.messages.length).toBeGreaterThan(3000)
    expect(content(catalogOf(writeCatalog(read)))).toEqual(content(read))
  })

  test.runIf(hasGettext)('is the same to msgcat as before', () => {
    expect(msgcat(writeCatalog(read))).toBe(msgcat(file))
  })
})
