import { execFile } from 'node:child_process'
import { existsSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeFolders } from '../../pipeline/disk/make-folders.ts'
import { smallSite } from '../support/small-site.ts'
import { temporarySite } from '../support/temporary-site.ts'

test('folders are made down to the last one, and those that are there are left alone', () => {
  const root = temporarySite({ 'a/kept.po': '' })
  makeFolders(join(root, 'a/b/c'))
  makeFolders(join(root, 'a/b/c'))
  makeFolders('/')
  expect([existsSync(join(root, 'a/b/c')), existsSync(join(root, 'a/kept.po'))]).toEqual([true, true])
})

test('a link to a folder is as good as one', () => {
  const root = temporarySite({ 'far/kept.po': '' })
  symlinkSync(join(root, 'far'), join(root, 'near'))
  makeFolders(join(root, 'near'))
  makeFolders(join(root, 'near/a'))
  expect(existsSync(join(root, 'far/a'))).toBe(true)
})

test.each([
  ['a file in the last place', 'file', 'EEXIST'],
  ['a file in the way', 'file/a/b', 'ENOTDIR'],
  ['a link that leads nowhere', 'nowhere', 'EEXIST'],
  ['a name that is too long', 'a'.repeat(300), 'ENAMETOOLONG'],
])('%s is an error', (_, name, code) => {
  const root = temporarySite({ file: '' })
  symlinkSync(join(root, 'gone'), join(root, 'nowhere'))
  expect(() => makeFolders(join(root, name))).toThrow(expect.objectContaining({ code }))
})

// Below /proc the system denies that the parent is there; Node's own recursive mkdir then tries for ever, deaf to signals.
test.skipIf(process.platform !== 'linux').each([
  ['build', '--out', '/proc/nothing'],
  ['build', '--out', '/proc/nothing/at/all'],
  ['publish', '--to', '/proc/nothing'],
])('%s %s %s ends with a failure of the disk', async (...words) => {
  const { root } = smallSite()
  const cli = join(import.meta.dirname, '../../pipeline/main.js')
  const { promise, resolve } = Promise.withResolvers<unknown>()
  execFile(process.execPath, [cli, ...words, '--json'], { cwd: root, timeout: 20_000, killSignal: 'SIGKILL' }, (error, stdout) =>
    resolve([error?.code, error?.signal ?? null, stdout === '' ? null : JSON.parse(stdout).error?.code]),
  )
  expect(await promise).toEqual([3, null, 'disk-failed'])
})
