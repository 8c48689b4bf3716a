/**
 * How often the rules that compare source and translation speak, on real translations: alarms per 1,000 messages.
 *
 * `node test/bench/quality/pairs.ts [--show RULE] [--of CORPUS] [--planted]`; `--show` prints each alarm, to be judged by a reader; `--planted` plants
 * mistakes into the same translations and counts which of them are found.
 * The corpora: a translated book (`CORPORA`, a folder with `comprehensive-rust/po`) and the demo site's own catalogs.
 */
import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readCatalog } from '../../../pipeline/catalog/read-catalog.ts'
import { kindOf } from '../../../pipeline/catalog/unit-label.ts'
import { noKnowledge } from '../../../pipeline/check/knowledge.ts'
import { passageOf } from '../../../pipeline/check/passage.ts'
import type { Hit, PairRule } from '../../../pipeline/check/rule.ts'
import { rules } from '../../../pipeline/check/rules/rules.ts'
import { digest } from '../../../pipeline/model/digest.ts'
import type { Locale } from '../../../pipeline/model/locale.ts'
import { declaration, declarations, type Language } from './declaration.ts'
import { plantedMistakes } from './planted.ts'

interface Pair {
  readonly from: string
  readonly to: string
  readonly source: string
  readonly translation: string
  readonly kind: ReturnType<typeof kindOf>
}

const knows = { source: noKnowledge, translation: noKnowledge }
const { values: flags } = parseArgs({ options: { show: { type: 'string' }, of: { type: 'string' }, planted: { type: 'boolean' } } })
const corpora = process.env['CORPORA'] ?? join(import.meta.dirname, '../../../../shared/corpora')
const pairRules = rules.filter((rule): rule is PairRule => rule.kind === 'pair')

const found = [...book(), ...demo(), ...human()].filter(([name, pairs]) => pairs.length > 0 && (flags.of ?? name) === name)
for (const rule of pairRules) if (flags.show === rule.name) show(rule)
if (flags.planted === true) recall()
else if (flags.show === undefined) table()

function book(): [string, Pair[]][] {
  const folder = join(corpora, 'comprehensive-rust/po')
  if (!existsSync(folder)) process.stderr.write(`SKIPPED: ${folder} isn’t here (set CORPORA)\n`)
  return ['da', 'es', 'fa', 'zh-CN'].map((tag) => [`book ${tag}`, existsSync(folder) ? pairsIn(join(folder, `${tag}.po`), 'en', tag) : []])
}

function demo(): [string, Pair[]][] {
  const files = globSync('locales/*/articles/**/*.po')
  const pairs = files.flatMap((file) => {
    const [, tag = ''] = file.split('/')
    const article = readFileSync(articleOf(file), 'utf8')
    // A post that is shown in its own language.
    return pairsIn(file, /^lang: (\S+)/m.exec(article)?.[1] ?? 'en', tag).filter(({ source, translation }) => source !== translation)
  })
  return [['demo site', pairs]]
}

function articleOf(catalog: string): string {
  const stem = `articles/${catalog.split('/').slice(3).join('/').replace(/\.po$/, '')}`
  return existsSync(`${stem}.md`) ? `${stem}.md` : `${stem}/index.md`
}

/** The messages that are current; those that are code, or several blocks, are no units of ours. */
function pairsIn(file: string, from: string, to: string): Pair[] {
  const text = readFileSync(file, 'utf8')
  const read = readCatalog({ path: file, text, digest: digest(text) })
  if (read.kind === 'broken') throw new Error(`${file} is broken: ${read.finding.message}`)
  return read.catalog.messages.flatMap((message) => {
    const { id, strings, flags: marks, obsolete } = message
    const translation = strings[0] ?? ''
    if (
      translation === '' ||
      marks.includes('fuzzy') ||
      obsolete ||
      /^(?:\s*(?:\/\/|\/\*|b?"))|```|\n/.test(id) ||
      message.context === 'slug'
    )
      return []
    return [{ from, to, source: id, translation, kind: kindOf(message) }]
  })
}

/** The Universal Declaration of Human Rights, where both languages have as many paragraphs in a section. */
function human(): [string, Pair[]][] {
  const english = Map.groupBy(declaration('en'), ({ section }) => section)
  const languages = Object.keys(declarations).filter((tag): tag is Language => tag !== 'en')
  return languages.map((tag) => {
    const translated = Map.groupBy(declaration(tag), ({ section }) => section)
    const pairs = [...english].flatMap(([section, blocks]) => {
      const others = translated.get(section) ?? []
      if (others.length !== blocks.length) return []
      return blocks.map(({ text, kind }, at) => ({ from: 'en', to: tag, source: text, translation: others[at]?.text ?? '', kind }))
    })
    return [`declaration ${tag}`, pairs]
  })
}

function hitsOf(rule: PairRule, { from, to, source, translation, kind }: Pair): readonly Hit[] {
  const syntax = kind === 'title' || kind === 'description' ? 'plain' : 'markdown'
  return rule.check(passageOf(source, from as Locale, syntax, { kind }), passageOf(translation, to as Locale, syntax, { kind }), {}, knows)
}

function show(rule: PairRule): void {
  for (const [name, pairs] of found) {
    for (const pair of pairs) {
      for (const { message, range, doubtful } of hitsOf(rule, pair)) {
        const actual = range === null ? '' : ` «${pair.translation.slice(range.start, range.end)}»`
        process.stdout.write(`${name}: ${doubtful ? '(doubtful) ' : ''}${message}${actual}\n    ${pair.source}\n    ${pair.translation}\n`)
      }
    }
  }
}

function table(): void {
  const names = found.map(([name, pairs]) => `${name} (${pairs.length})`)
  process.stdout.write(`| alarms per 1,000 messages | ${names.join(' | ')} |\n|---|${names.map(() => '---:|').join('')}\n`)
  for (const rule of pairRules) {
    const cells = found.map(([, pairs]) => {
      const alarms = pairs.reduce((sum, pair) => sum + hitsOf(rule, pair).length, 0)
      return alarms === 0 ? '0' : `${((alarms / pairs.length) * 1000).toFixed(1)} (${alarms})`
    })
    process.stdout.write(`| ${rule.name} | ${cells.join(' | ')} |\n`)
  }
}

/** Of the mistakes that could be planted where the rule had said nothing. */
function recall(): void {
  process.stdout.write('| planted | rule | found | of | |\n|---|---|---:|---:|---:|\n')
  for (const { name, rule: wanted, plant } of plantedMistakes) {
    const rule = pairRules.find((one) => one.name === wanted)
    if (rule === undefined) throw new Error(`there is no rule ${wanted}`)
    const planted = found.flatMap(([, pairs]) => {
      return pairs.flatMap((pair) => {
        const translation = plant(pair.translation, pair.source, pair.to)
        return translation === null || translation === pair.translation || hitsOf(rule, pair).length > 0 ? [] : [{ ...pair, translation }]
      })
    })
    const seen = planted.filter((pair) => hitsOf(rule, pair).length > 0).length
    process.stdout.write(`| ${name} | ${wanted} | ${seen} | ${planted.length} | ${((seen / planted.length) * 100).toFixed(0)}% |\n`)
  }
}
