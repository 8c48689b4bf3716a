/**
 * What a whole `check` costs, as a process: over the press part of the Brown corpus beside hunspell, codespell and cspell on the same files, then once
 * more over the unchanged site; the same apart from start and dictionary, which are what a site of one short article takes; over an ordinary site,
 * whose names stand in many articles; and over the Universal Declaration of Human Rights in ten languages, with their dictionaries.
 *
 * `node test/bench/check-site.ts [rounds]`, of the bundled program with `--program dist/program/cli.js` (`npm run bundle`). A peer that isn't
 * installed is left out, and so is Hunspell without its dictionary.
 */
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { write } from './corpus.ts'
import { isWilling, machine, versionOf } from './machine.ts'
import { type Cost, measure, median } from './measure.ts'
import { declaration, type Language } from './quality/declaration.ts'
import { press } from './quality/press.ts'

const { values: options, positionals } = parseArgs({ options: { program: { type: 'string' } }, allowPositionals: true })
const [rounds = 3] = positionals.map(Number)
const cli = options.program === undefined ? join(import.meta.dirname, '../../pipeline/main.js') : resolve(options.program)
const say = (line: string) => process.stdout.write(`${line}\n`)
const withoutDictionary = { spelling: 'off', 'near-miss-name': 'off', misspelling: 'off' }
say(machine())
const root = mkdtempSync(join(tmpdir(), 'colophon-bench-'))
try {
  pressBench(join(root, 'press'))
  ordinaryBench(join(root, 'ordinary'))
  tenLanguages(join(root, 'ten'))
} finally {
  rmSync(root, { recursive: true })
}

function pressBench(site: string): void {
  const articles = press()
  for (const [index, sentences] of articles.entries()) writeArticle(site, `press-${index}`, 'en', paragraphs(sentences))
  write(join(site, 'colophon.config.json'), JSON.stringify({ locales: ['en'] }))
  const files = readdirSync(join(site, 'articles')).map((name) => join(site, 'articles', name))
  const words = articles.flat().join(' ').split(/\s+/).length
  say(`\nEnglish press, ${words} words in ${files.length} articles; whole processes`)
  twice(site, words)
  write(join(site, 'colophon.config.json'), JSON.stringify({ locales: ['en'], check: { rules: withoutDictionary } }))
  timed('colophon check, all rules but those with dictionaries', words, () => {
    rmSync(join(site, '.colophon'), { recursive: true, force: true })
    return check(site)
  })
  const spell = join(import.meta.dirname, '../../node_modules/.bin/cspell')
  const others: readonly (readonly [name: string, version: string | null, command: readonly string[]])[] = [
    ['hunspell -l -d en_US', hunspellWithDictionary(), ['hunspell', '-l', '-d', 'en_US', ...files]],
    ['codespell', versionOf('codespell', '--version'), ['sh', '-c', 'codespell "$@" || true', 'sh', ...files]],
    [
      'cspell',
      versionOf(cspell(spell), '--version'),
      ['sh', '-c', 'cd "$1"; "$0" --no-progress "articles/*.md" || true', cspell(spell), site],
    ],
  ]
  for (const [name, version, command] of others) {
    if (version === null) say(`  ${name}: not installed, left out`)
    else timed(`${name} (${version.slice(0, 40)})`, words, () => measure(command))
  }
}

/** The declaration, each time from another article on: prose in which hardly a word is unknown. */
function ordinaryBench(site: string): void {
  const blocks = declaration('en').map(({ text }) => text)
  for (let copy = 0; copy < 400; copy++)
    writeArticle(site, `ordinary-${copy}`, 'en', [...blocks.slice(copy % 40), ...blocks.slice(0, copy % 40)])
  write(join(site, 'colophon.config.json'), JSON.stringify({ locales: ['en'] }))
  const words = blocks.join(' ').split(/\s+/).length * 400
  say(`\nAn ordinary site, ${words} words in 400 articles`)
  twice(site, words)
}

/** A check, apart from what a site of one article takes as well, and one more. */
function twice(site: string, words: number): void {
  const small = `${site}-small`
  writeArticle(small, 'one', 'en', ['An unknwon word, and Benignirova.'])
  write(join(small, 'colophon.config.json'), JSON.stringify({ locales: ['en'] }))
  const anew = (where: string) => () => {
    rmSync(join(where, '.colophon'), { recursive: true, force: true })
    return check(where)
  }
  const start = timed('one short article: start and dictionary', 8, anew(small))
  const first = timed('colophon check', words, anew(site))
  const again = timed('colophon check, once more', words, () => check(site))
  const apart = (seconds: number) => `${Math.round(words / seconds).toLocaleString('en')} words/s`
  say(`  without start and dictionary: ${apart(first.cpu - start.cpu)} of CPU, ${apart(first.wall - start.wall)} by the clock`)
  say(`  the second run takes ${(again.cpu / first.cpu).toFixed(3)} of the first, ${(again.wall / first.wall).toFixed(3)} by the clock`)
}

/** Its version; null where it lacks the American dictionary, too. */
function hunspellWithDictionary(): string | null {
  return isWilling('hunspell', '-l', '-d', 'en_US') ? versionOf('hunspell', '--version') : null
}

/** The repository's own, else one on the path. */
function cspell(own: string): string {
  return existsSync(own) ? own : 'cspell'
}

function tenLanguages(site: string): void {
  const languages: readonly Language[] = ['en', 'it', 'fr', 'de', 'es', 'pt', 'pl', 'nl', 'cs', 'sv']
  for (const language of languages) {
    const blocks = declaration(language).map(({ text }) => text)
    for (let copy = 0; copy < 10; copy++) writeArticle(site, `${language}-${copy}`, language, blocks)
  }
  write(join(site, 'colophon.config.json'), JSON.stringify({ locales: languages }))
  const { cpu, peak } = measure([process.execPath, cli, 'check', '--quiet', '--format', 'json', '--root', site])
  say(`\nTen languages with their dictionaries, 100 articles: ${cpu.toFixed(1)} s of CPU, ${peak.toFixed(0)} MB at most`)
}

function writeArticle(site: string, id: string, lang: string, text: readonly string[]): void {
  const front = `---\ntitle: ${id}\ndescription: ${id}\ndate: 2026-07-21\nauthors: [Ada]\nlang: ${lang}\ntranslate: []\n---\n\n`
  write(join(site, 'articles', `${id}.md`), `${front}${text.join('\n\n')}\n`)
}

/** Four sentences each. */
function paragraphs(sentences: readonly string[]): string[] {
  return sentences.flatMap((_, index) => (index % 4 === 0 ? [sentences.slice(index, index + 4).join(' ')] : []))
}

/** Findings are no failure here. */
function check(site: string): Cost {
  return measure(['sh', '-c', '"$@" || true', 'sh', process.execPath, cli, 'check', '--quiet', '--format', 'json', '--root', site])
}

/** @returns seconds, the medians */
function timed(name: string, words: number, run: () => Cost): { readonly cpu: number; readonly wall: number } {
  const costs = Array.from({ length: rounds }, run)
  const [cpu, wall] = [median(costs.map((cost) => cost.cpu)), median(costs.map((cost) => cost.wall))]
  const rate = (seconds: number) => `${seconds.toFixed(2)} s, ${Math.round(words / seconds).toLocaleString('en')} words/s`
  say(`  ${name}: ${rate(cpu)} of CPU; ${rate(wall)} by the clock`)
  return { cpu, wall }
}
