import { describe, expect, test } from 'vitest'
import { recordOf } from '../../pipeline/model/article-record.ts'
import { digest } from '../../pipeline/model/digest.ts'
import { packRecord, unpackLine } from '../../pipeline/upload/article-line.ts'
import { articleRecord } from '../support/staged.ts'

const plain = articleRecord('a')
const editions = ['en', 'it', 'fr'].flatMap((locale) =>
  plain.editions.map((edition) => ({
    ...edition,
    locale: locale as typeof edition.locale,
    ...{ card: digest(`card ${locale}`), page: digest(`page ${locale}`), sound: digest(`sound ${locale}`) },
  })),
)
const record = recordOf(plain, { editions })

test.each([digest('inputs'), null])('what a record says comes back, the digests of each edition among it; inputs: %s', (inputs) => {
  const { links, targets, errors, held } = record
  expect(unpackLine(packRecord(recordOf(record, { inputs })))).toEqual({ inputs, links, targets, errors, held, editions })
})

test('a line says nothing of digests that all are there', () => {
  expect(Object.keys(JSON.parse(packRecord(record).line.toString('utf8')))).toEqual(['targets', 'errors', 'held', 'shared', 'editions'])
})

describe('is damaged', () => {
  const { line, digests } = packRecord(record)
  const bytes = digest('').length / 2

  test.each([
    ['without any digest', line, digests.subarray(0, 0)],
    ['with one digest less', line, digests.subarray(bytes)],
    ['with one more', line, Buffer.concat([digests, Buffer.alloc(bytes, 1)])],
    ['where an edition shares what is not there', Buffer.from(line.toString('utf8').replace(',0]]', ',9]]')), digests],
  ])('%s', (_, text, raw) => {
    expect(unpackLine({ line: text, digests: raw })).toBeNull()
  })
})
