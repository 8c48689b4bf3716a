import { execFile, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { fixture } from '../support/cli.ts'

const hasNeovim = spawnSync('nvim', ['--version']).status === 0
if (!hasNeovim) process.stderr.write('SKIPPED: nvim isn’t installed (Debian: neovim), so no editor of others shows our findings\n')

test.runIf(hasNeovim)('Neovim shows what check finds, and mends it by a quick fix', { timeout: 240_000 }, async () => {
  const here = import.meta.dirname
  const env = {
    ...process.env,
    ROOT: fixture('mistakes'),
    FILE: 'articles/talks.md',
    NODE: process.execPath,
    CLI: join(here, '../../pipeline/main.js'),
  }
  const script = `luafile ${join(here, '../support/neovim.lua')}`
  const { stdout } = await promisify(execFile)('nvim', ['--headless', '--clean', '-n', '-c', script], { env, timeout: 230_000 })
  expect(JSON.parse(stdout)).toEqual({
    shown: [{ line: 8, column: 1, severity: 1, code: 'doubled-word' }],
    title: 'Put `The`',
    line: 'The talks resume on Friday with 12 ships.',
    gone: true,
  })
})
