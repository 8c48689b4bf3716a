import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { digestFile } from '../../pipeline/read/digest-file.ts'
import { temporarySite } from '../support/temporary-site.ts'

const mib = 1024 * 1024

test.each([0, 1, 4 * mib, 4 * mib + 1, 9 * mib])('a file of %d bytes has the digest that git has', (size) => {
  const root = temporarySite({ 'a.po': randomBytes(size) })
  expect(digestFile(join(root, 'a.po'))).toBe(execFileSync('git', ['hash-object', 'a.po'], { cwd: root, encoding: 'utf8' }).trim())
})
