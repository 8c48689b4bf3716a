import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { temporarySite } from '../support/temporary-site.ts'

const [processes, times] = [3, 100]

test('of processes that write on the same condition one does: no update is lost, and what must not be there is made once', async () => {
  const folder = temporarySite({})
  const contender = fileURLToPath(new URL('../support/contender.ts', import.meta.url))
  const run = () => promisify(execFile)(process.execPath, [contender, folder, String(times)])
  const told = await Promise.all(Array.from({ length: processes }, run))
  expect(Number(readFileSync(join(folder, 'counter'), 'utf8'))).toBe(processes * times)
  const won = told.flatMap(({ stdout }) => JSON.parse(stdout) as number[])
  expect(won.toSorted((a, b) => a - b)).toEqual(Array.from({ length: times }, (_, turn) => turn))
}, 120_000)
