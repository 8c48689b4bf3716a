import { readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeWhole } from '../../pipeline/read/write-file.ts'
import { failureFrom } from '../support/failure-from.ts'
import { temporarySite } from '../support/temporary-site.ts'

test('a file is written with its folders, and nothing else', () => {
  const root = temporarySite({})
  writeWhole(join(root, 'a/b/c.po'), 'ç')
  expect(readFileSync(join(root, 'a/b/c.po'), 'utf8')).toBe('ç')
  expect(readdirSync(root, { recursive: true }).sort()).toEqual(['a', 'a/b', 'a/b/c.po'])
})

test('a file that is there is replaced', () => {
  const root = temporarySite({ 'a.po': 'before, and longer' })
  writeWhole(join(root, 'a.po'), new Uint8Array([0x61]))
  expect([readFileSync(join(root, 'a.po'), 'utf8'), readdirSync(root)]).toEqual(['a', ['a.po']])
})

test('what a link points at is left alone', () => {
  const root = temporarySite({ 'far.po': 'far' })
  symlinkSync(join(root, 'far.po'), join(root, 'a.po'))
  writeWhole(join(root, 'a.po'), 'new')
  expect([readFileSync(join(root, 'far.po'), 'utf8'), readFileSync(join(root, 'a.po'), 'utf8')]).toEqual(['far', 'new'])
})

test('a file in the place of a folder is told, and nothing stays behind', async () => {
  const root = temporarySite({ a: 'file' })
  const failure = await failureFrom(() => writeWhole(join(root, 'a/b.po'), ''))
  expect([failure.code, failure.text.exit, failure.text.why]).toEqual([
    'disk-failed',
    3,
    'A file stands where a folder is needed (ENOTDIR).',
  ])
  expect(readdirSync(root)).toEqual(['a'])
})

test('a folder in the place of a file is told, and nothing stays behind', async () => {
  const root = temporarySite({ 'a/b': '' })
  const failure = await failureFrom(() => writeWhole(join(root, 'a'), ''))
  expect([failure.code, failure.text.why]).toEqual(['disk-failed', 'A folder stands where the file should be (EISDIR).'])
  expect(readdirSync(root)).toEqual(['a'])
})

// Permissions don't bind root, so a place where nobody can write stands in for a read-only disk.
test.skipIf(process.platform !== 'linux')('a place that can not be written is told', async () => {
  const failure = await failureFrom(() => writeWhole('/sys/kernel/a.po', ''))
  expect([failure.code, failure.text.exit]).toEqual(['disk-read-only', 3])
})

test.skipIf(process.platform !== 'linux')('a full disk is told', async () => {
  const { diskFailure } = await import('../../pipeline/read/disk-failure.ts')
  const { writeFileSync } = await import('node:fs')
  const failure = await failureFrom(() => {
    try {
      writeFileSync('/dev/full', 'a')
    } catch (error) {
      throw diskFailure('a.po', error)
    }
  })
  expect([failure.code, failure.text.exit, failure.text.why]).toEqual(['disk-full', 3, 'The disk is full (ENOSPC).'])
})

test("an error that is not the disk's stays what it is", () => {
  expect(() => writeWhole('a\u0000b', '')).toThrow(TypeError)
})
