import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { exclusively } from '../../pipeline/store/exclusively.ts'
import { failureFrom } from '../support/failure-from.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

/** Ms: as short as a patience can be. */
const none = 1

test('locking writes nothing but the empty file that is locked: on a full disk a lease can be given back', () => {
  using folder = temporaryFolder()
  const seen = exclusively(join(folder.path, 'own', 'lock'), () => readdirSync(join(folder.path, 'own')))
  expect(seen).toEqual(['lock'])
})

test('while work is done nobody else can begin; afterwards others can, whether it was done or failed', async () => {
  using folder = temporaryFolder()
  const file = join(folder.path, 'lock')
  const meanwhile = exclusively(file, () => failureFrom(() => exclusively(file, () => 'never', none)))
  expect(await meanwhile).toMatchObject({ code: 'lease-held', text: { exit: 3, what: `Another process has ${file} locked.` } })
  expect(exclusively(file, () => 'one', none)).toBe('one')
  expect(() =>
    exclusively(file, () => {
      throw new TypeError('a bug')
    }),
  ).toThrow(new TypeError('a bug'))
  expect(exclusively(file, () => 'two', none)).toBe('two')
})

test('whoever has it may have it from elsewhere', async () => {
  using folder = temporaryFolder()
  const file = join(folder.path, 'lock')
  using other = new DatabaseSync(file)
  other.exec('BEGIN IMMEDIATE')
  expect((await failureFrom(() => exclusively(file, () => 'never', none))).code).toBe('lease-held')
})

test('what can’t be opened is no access; what is no lock is refused, and left as it is', async () => {
  using folder = temporaryFolder()
  mkdirSync(join(folder.path, 'folder'))
  expect(() => exclusively(join(folder.path, 'folder'), () => 'never')).toThrow(expect.objectContaining({ code: 'EACCES' }))
  const text = join(folder.path, 'text')
  const words = 'no database at all, but longer than the head of one is: '.repeat(40)
  writeFileSync(text, words)
  const refused = await failureFrom(() => exclusively(text, () => 'never'))
  expect(refused).toMatchObject({
    code: 'store-refused',
    text: { exit: 3, what: `${text} can't be locked.`, why: expect.stringContaining('not a database') },
  })
  expect(readFileSync(text, 'utf8')).toBe(words)
})
