import type { Segment } from '../../pipeline/catalog/memory/segment.ts'
import { translationMemory } from '../../pipeline/catalog/memory/translation-memory.ts'
import type { ArticleId } from '../../pipeline/model/article.ts'
import { machine } from './machine.ts'
import { median } from './measure.ts'
import { type Random, random } from './random.ts'

/** A translation memory of a large newsroom's size: what building and asking it costs, and how often the text that was edited comes first. */
const size = 100_000
const questions = 1_000

console.log(machine())
console.log(`${size} segments, ${questions} questions with a word or two changed\n`)

spaced()
unspaced()

/** Words by Zipf's law, as in real text: the frequent ones are what makes an index slow. */
function spaced(): void {
  const numbers = random(1)
  const words = Array.from({ length: 60_000 }, () => letters(numbers, 3 + numbers.below(8), 'aeiounrstldmcpgvbh'))
  const word = () => words[zipf(numbers, words.length)] ?? ''
  const text = () => Array.from({ length: 6 + numbers.below(40) }, word).join(' ')
  const edited = (source: string) => {
    const parts = source.split(' ')
    for (let change = 0; change <= parts.length / 15; change++) parts[numbers.below(parts.length)] = word()
    return parts.join(' ')
  }
  run('words', text, edited, numbers)
}

function unspaced(): void {
  const numbers = random(2)
  const character = () => String.fromCharCode(0x4e00 + zipf(numbers, 5_000))
  const text = () => Array.from({ length: 12 + numbers.below(80) }, character).join('')
  const edited = (source: string) => {
    const at = numbers.below(source.length)
    return source.slice(0, at) + character() + character() + source.slice(at + 2)
  }
  run('Chinese characters', text, edited, numbers)
}

function run(name: string, text: () => string, edited: (source: string) => string, numbers: Random): void {
  const segments: Segment[] = Array.from({ length: size }, (_, at) => {
    const source = text()
    return { source, target: source, context: null, article: `a${at}` as ArticleId }
  })
  const asked = Array.from({ length: questions }, () => segments[numbers.below(size)]?.source ?? '')
  const changed = asked.map(edited)
  const start = process.cpuUsage()
  const memory = translationMemory(segments)
  const mapped = seconds(start)
  memory.close('')
  const built = seconds(start)
  const times = changed.map((source) => {
    const begin = process.cpuUsage()
    memory.close(source)
    return seconds(begin) * 1000
  })
  const first = changed.filter((source, at) => memory.close(source)[0]?.source === asked[at]).length
  const p95 = times.toSorted((a, b) => a - b)[Math.floor(0.95 * times.length)] ?? Number.NaN
  console.log(`${name}: exact ready after ${mapped.toFixed(2)} s, index after ${built.toFixed(2)} s CPU`)
  console.log(
    `${name}: a question ${median(times).toFixed(2)} ms at the median, ${p95.toFixed(2)} ms at the 95th percentile, first place right in ${first} of ${questions}`,
  )
}

function seconds(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1e6
}

function zipf(numbers: Random, limit: number): number {
  return Math.floor(limit ** (numbers.below(1_000_000) / 1_000_000)) - 1
}

function letters(numbers: Random, length: number, from: string): string {
  return Array.from({ length }, () => from[numbers.below(from.length)]).join('')
}
