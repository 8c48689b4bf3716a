import { resolve } from 'node:path'
import type { Delivery, ReadExchange } from '../catalog/exchange/exchange-unit.ts'
import { readTmx } from '../catalog/exchange/read-tmx.ts'
import { readXliff } from '../catalog/exchange/read-xliff.ts'
import { Failure } from '../model/failure.ts'
import { type Place, pointAt } from '../model/place.ts'
import { readSource } from '../read/read-source.ts'
import { failures } from './failures.ts'

/** What a file of a translators' tool delivers. */
export interface ExchangeFile {
  readonly deliveries: readonly Delivery[]
  /** Where in the file an offset stands. */
  readonly placeOf: (offset: number) => Place
}

/**
 * @param file relative to the working directory; `.tmx` is TMX, all else XLIFF
 * @throws {Failure} `file-unreadable`, `exchange-format`, `exchange-invalid`
 */
export function readExchange(file: string, cwd: string): ExchangeFile {
  const source = readSource('', resolve(cwd, file), maxExchangeSize)
  if (source.kind === 'broken') {
    const { rule, message, line, column } = source.finding
    if (rule === 'unreadable-file') throw new Failure('file-unreadable', failures['file-unreadable'](file, message))
    throw new Failure('exchange-invalid', failures['exchange-invalid'](message, { file, line, column }))
  }
  const read: ReadExchange = /\.tmx$/i.test(file) ? readTmx(source.source.text) : readXliff(source.source.text)
  switch (read.kind) {
    case 'read':
      return { deliveries: read.deliveries, placeOf: (offset) => ({ file, ...pointAt(read.text, offset) }) }
    case 'foreign':
      throw new Failure('exchange-format', failures['exchange-format'](file, read.found))
    case 'broken':
      throw new Failure('exchange-invalid', failures['exchange-invalid'](read.why, { file, line: read.line, column: read.column }))
  }
}

/** Bytes: the memory of a large site, about a hundred thousand pairs. */
const maxExchangeSize = 64 * 1024 * 1024
