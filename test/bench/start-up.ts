/**
 * What it costs to begin: CPU of `colophon --help` over that of an empty program, in turn.
 *
 *     npm run bench:start-up -- --runs 15
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { machine } from './machine.ts'
import { measure, median, spread } from './measure.ts'

const { values: options } = parseArgs({ options: { runs: { type: 'string', default: '15' } } })
const folder = mkdtempSync(join(tmpdir(), 'colophon-bench-'))
const empty = join(folder, 'empty.mjs')
writeFileSync(empty, '')
const cli = join(import.meta.dirname, '..', '..', 'pipeline', 'main.js')

const help: number[] = []
const nothing: number[] = []
for (let run = 0; run < Number(options.runs); run++) {
  nothing.push(milliseconds([empty]))
  help.push(milliseconds([cli, '--help']))
}
rmSync(folder, { recursive: true })
console.log(machine())
console.table({ 'empty program': { 'CPU ms': spread(nothing, 0) }, 'colophon --help': { 'CPU ms': spread(help, 0) } })
console.log(`over an empty program, median of pairs: ${median(help.map((each, run) => each - (nothing[run] ?? 0))).toFixed(0)} ms`)

function milliseconds(program: readonly string[]): number {
  return measure([process.execPath, ...program]).cpu * 1000
}
