import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { exclusively } from '../../pipeline/store/exclusively.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

test('locking writes nothing but the empty file that is locked: on a full disk a lease can be given back', () => {
  using folder = temporaryFolder()
  const seen = exclusively(join(folder.path, 'own', 'lock'), () => readdirSync(join(folder.path, 'own')))
  expect(seen).toEqual(['lock'])
})
