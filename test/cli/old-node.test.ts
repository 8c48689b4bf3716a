import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ended, startColophon } from '../support/cli.ts'

const program = join(import.meta.dirname, '../../pipeline/main.js')

/** A Node that strips no types, as older ones don't. */
const old = { NODE_OPTIONS: '--no-strip-types' }

test('a Node that is too old is told what to do, and no stack trace', async () => {
  const { status, stdout, stderr } = await ended(startColophon(['check', '--json'], { program, env: old }))
  expect(status).toBe(2)
  expect(stderr).toMatch(
    /^error\[node-version\]: Colophon needs Node 22\.18 or later, and this is Node [\d.]+\.\nnext: Run it through npm.*\n$/,
  )
  expect(JSON.parse(stdout).error).toMatchObject({ code: 'node-version', file: null })
})

test('any other runs it', async () => {
  const { status, stdout } = await ended(startColophon(['--version'], { program }))
  expect([status, stdout]).toEqual([0, '0.1.0\n'])
})
