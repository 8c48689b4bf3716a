/**
 * How fast spelling is checked, beside Debian's hunspell and codespell and npm's cspell on the same text, the English press:
 * `node test/bench/spelling.ts`. Those that aren't on the PATH are left out, and named.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Knowledge, noKnowledge } from '../../pipeline/check/knowledge.ts'
import { passageOf } from '../../pipeline/check/passage.ts'
import { misspelling } from '../../pipeline/check/rules/misspelling.ts'
import { nearMissName } from '../../pipeline/check/rules/near-miss-name.ts'
import { spelling } from '../../pipeline/check/rules/spelling.ts'
import { nameCounts } from '../../pipeline/check/spelling/name-counts.ts'
import { namesIn } from '../../pipeline/check/spelling/names-in.ts'
import { tally } from '../../pipeline/check/spelling/tally.ts'
import { wordsIn } from '../../pipeline/check/spelling/words-in.ts'
import type { Locale } from '../../pipeline/model/locale.ts'
import { dictionaryOf } from '../check/dictionary-of.ts'
import { measure } from './measure.ts'
import { press } from './quality/press.ts'

const articles = press()
const text = articles.map((sentences) => sentences.join('\n')).join('\n\n')
const words = text.split(/\s+/).length

const empty = seconds(() => undefined)
const loading = await secondsOf(async () => void (await dictionaryOf('en-US')))
const dictionary = await dictionaryOf('en-US')
let reported = 0
const checking = seconds(() => {
  reported = check()
})
tell(
  'ours: spelling, near-miss names, misspellings',
  checking - empty,
  `${reported} reported, suggestions made; the dictionary took ${loading.toFixed(2)} s more`,
)

const folder = mkdtempSync(join(tmpdir(), 'colophon-bench-'))
try {
  const file = join(folder, 'press.txt')
  writeFileSync(file, text)
  beside('hunspell -l', ['hunspell', '-d', 'en_US', '-l', file])
  beside('codespell', ['sh', '-c', 'codespell "$0" > /dev/null 2>&1 || true', file])
  beside('cspell', ['sh', '-c', 'cspell --no-progress --no-color "$0" > /dev/null 2>&1 || true', file])
} finally {
  rmSync(folder, { recursive: true })
}

function check(): number {
  const site = articles.map((sentences) => sentences.map((sentence) => passageOf(sentence, 'en-US' as Locale, 'plain')))
  const names = nameCounts(tally(site.flat().flatMap((passage) => namesIn(wordsIn(passage.words, 'en')))))
  const knowledge: Knowledge = { ...noKnowledge, dictionary, names }
  return site.reduce((sum, passages) => {
    const whole = [spelling, nearMissName].flatMap((rule) => rule.check(passages, {}, knowledge)).flat()
    return sum + whole.length + passages.flatMap((passage) => misspelling.check(passage, {}, knowledge)).length
  }, 0)
}

function beside(name: string, command: readonly [string, ...string[]]): void {
  const program = name.split(' ', 1)[0] ?? ''
  try {
    measure(['sh', '-c', `command -v ${program}`])
  } catch {
    process.stdout.write(`SKIPPED: ${program} isn't on the PATH\n`)
    return
  }
  const { cpu, peak } = measure(command)
  tell(name, cpu, `start-up included, ${peak.toFixed(0)} MB`)
}

function tell(name: string, cpu: number, more: string): void {
  process.stdout.write(`${name}: ${cpu.toFixed(2)} s of CPU for ${words} words, ${Math.round(words / cpu)} a second; ${more}\n`)
}

function seconds(work: () => void): number {
  const start = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1e6
}

async function secondsOf(work: () => Promise<void>): Promise<number> {
  const start = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1e6
}
