import { expect, test } from 'vitest'
import { Failure } from '../../pipeline/model/failure.ts'
import { diskFailure } from '../../pipeline/store/disk-failure.ts'

test.each([
  ['EROFS', 'disk-read-only'],
  ['EACCES', 'disk-read-only'],
  ['EPERM', 'disk-read-only'],
  ['ENOSPC', 'disk-full'],
  ['EDQUOT', 'disk-full'],
  ['EEXIST', 'key-conflict'],
  ['ENOTDIR', 'key-conflict'],
  ['EISDIR', 'key-conflict'],
  ['ENAMETOOLONG', 'key-too-long'],
  ['EIO', 'disk-failed'],
])('%s is %s', (code, expected) => {
  const failure = diskFailure(Object.assign(new Error('no'), { code }), '/srv/site', 'en/index.html')
  expect(failure).toMatchObject({ code: expected, text: { exit: 3, what: expect.stringContaining('`en/index.html` in /srv/site') } })
})

test('a mistake of the program, and a failure, come through as they are', () => {
  const failure = new Failure('key-refused', { exit: 3, what: 'No.', next: 'Go.' })
  const mistake = new TypeError('no')
  expect(diskFailure(failure, '/srv/site', 'a')).toBe(failure)
  expect(diskFailure(mistake, '/srv/site', 'a')).toBe(mistake)
})
