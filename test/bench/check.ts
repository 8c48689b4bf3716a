/** How many words a second all rules read, over a made-up site held in memory: `node test/bench/check.ts [articles] [locales]`. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readArticle } from '../../pipeline/article/read-article.ts'
import { locateInMessage } from '../../pipeline/catalog/locate-in-message.ts'
import { readCatalog } from '../../pipeline/catalog/read-catalog.ts'
import { checkArticle } from '../../pipeline/check/check-article.ts'
import { wordsByLocale } from '../../pipeline/check/count-words.ts'
import { noKnowledge } from '../../pipeline/check/knowledge.ts'
import type { Article, ArticleId } from '../../pipeline/model/article.ts'
import { digest } from '../../pipeline/model/digest.ts'
import type { Edition, Words } from '../../pipeline/model/edition.ts'
import type { Locale } from '../../pipeline/model/locale.ts'
import type { Source } from '../../pipeline/model/source.ts'
import { corpus, writeSite } from './corpus.ts'
import { spread } from './measure.ts'

const [articles = 200, locales = 10] = process.argv.slice(2).map(Number)
const made = corpus({ articles, locales })
const tags = [made.source, ...made.translations].map(({ locale }) => locale as Locale)
const settings = tags.map((tag) => ({ tag, fallback: [], incomplete: 'hold' as const, calendar: null, numberingSystem: null }))

const site = read()
const words = site.reduce(
  (sum, { article, editions }) => sum + wordsByLocale(article, editions).reduce((all, [, count]) => all + count, 0),
  0,
)
const rates: number[] = []
let findings = 0
for (let round = 0; round < 5; round++) {
  const start = process.cpuUsage()
  findings = site.reduce(
    (sum, { article, editions }) =>
      sum + checkArticle({ article, editions, rules: new Map(), locate: locateInMessage, knowledge: () => noKnowledge }).length,
    0,
  )
  const { user, system } = process.cpuUsage(start)
  rates.push(words / ((user + system) / 1e6))
}
process.stdout.write(`${articles} articles × ${locales} locales, ${words} words, ${findings} findings\n`)
process.stdout.write(`words a second of CPU, median and range of ${rates.length}: ${spread(rates, 0)}\n`)

function read(): { article: Article; editions: Edition[] }[] {
  const root = mkdtempSync(join(tmpdir(), 'colophon-bench-'))
  try {
    writeSite(root, made)
    return [...made.compositions()].map(({ id }) => {
      const found = readArticle(id as ArticleId, sourceOf(root, `articles/${id}.md`), {
        sourceLocale: made.source.locale as Locale,
        timeZone: 'UTC',
        locales: settings,
      })
      if (found.kind === 'broken') throw new Error(`${id} is broken: ${JSON.stringify(found.findings)}`)
      return {
        article: found.article,
        editions: tags.slice(1).map((tag) => editionOf(found.article, tag, sourceOf(root, `locales/${tag}/articles/${id}.po`))),
      }
    })
  } finally {
    rmSync(root, { recursive: true })
  }
}

function sourceOf(root: string, path: string): Source {
  const text = readFileSync(join(root, path), 'utf8')
  return { path, text, digest: digest(text) }
}

function editionOf(article: Article, locale: Locale, source: Source): Edition {
  const found = readCatalog(source)
  if (found.kind === 'broken') throw new Error(`${source.path} is broken: ${JSON.stringify(found.finding)}`)
  const messages = new Map(found.catalog.messages.map((message) => [`${message.context}\u0004${message.id}`, message]))
  const words = article.units.map(({ context, text }): Words => {
    const message = messages.get(`${context}\u0004${text}`) ?? null
    const translation = message?.strings[0] ?? ''
    if (translation === '') return { origin: 'missing', text, locale: article.locale, message: null }
    return { origin: 'translated', text: translation, locale, message }
  })
  return { article, locale, words, catalog: found.catalog, complete: true, credit: null, translators: [] }
}
