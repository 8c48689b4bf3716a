import type { ExpectedPage } from './check-page.ts'
import type { PageFacts } from './page-facts.ts'
import type { PageHit } from './page-hit.ts'

type Node = Readonly<Record<string, unknown>>

/** JSON-LD that search engines can't read, or that says something else than the page. */
export function structuredDataHits(facts: PageFacts, expected: ExpectedPage): PageHit[] {
  const hits: PageHit[] = []
  const nodes: Node[] = []
  for (const text of facts.data) {
    const read = parsed(text)
    if (read.kind === 'read') nodes.push(...nodesIn(read.value))
    else hits.push(hit(`Unexpected JSON-LD that isn't JSON: ${read.why}`))
  }
  if (expected.edition === null || hits.length > 0) return hits
  const article = nodes.find(isArticle)
  if (article === undefined) return [hit('Unexpected article without JSON-LD, expected a `NewsArticle`', 'warning')]
  return disagreements(article, facts, expected)
}

function parsed(text: string): { readonly kind: 'read'; readonly value: unknown } | { readonly kind: 'wrong'; readonly why: string } {
  try {
    return { kind: 'read', value: JSON.parse(text) }
  } catch (error) {
    return { kind: 'wrong', why: error instanceof Error ? error.message : String(error) }
  }
}

/** A page has an object, a list of them, or a graph. */
function nodesIn(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesIn)
  if (!isNode(value)) return []
  return [value, ...nodesIn(value['@graph'])]
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null
}

function isArticle(node: Node): boolean {
  return [node['@type']].flat().some((type) => typeof type === 'string' && /Article$|^(?:Report|BlogPosting)$/.test(type))
}

function disagreements(article: Node, { headings, lang, times }: PageFacts, { url, edition }: ExpectedPage): PageHit[] {
  if (edition === null) return []
  const heading = headings.find(({ level }) => level === 1)
  const inLanguage = heading?.lang ?? lang
  return [
    ...differs(article, 'headline', heading?.text ?? edition.title, (value) => spaced(value)),
    ...(inLanguage === null ? [] : differs(article, 'inLanguage', inLanguage, (value) => value.toLowerCase(), inLanguage.toLowerCase())),
    ...differs(article, 'url', url),
    ...wrongAuthors(article, edition.authors),
    ...wrongTime(article, 'datePublished', edition.date, times),
    ...wrongTime(article, 'dateModified', edition.updated ?? edition.date, times),
  ]
}

function differs(node: Node, name: string, expected: string, read = (value: string) => value, wanted = expected): PageHit[] {
  const value = node[name]
  if (typeof value === 'string' && read(value) === wanted) return []
  return [hit(`Unexpected ${said(name, value)} in JSON-LD, expected ${JSON.stringify(expected)}, as the page says`)]
}

/** A site may leave them out, but not name others. */
function wrongAuthors({ author }: Node, expected: readonly string[]): PageHit[] {
  if (author === undefined) return []
  const names = [author].flat().map((one) => (isNode(one) ? one['name'] : one))
  const wanted = new Set(expected.map(spaced))
  if (names.length === wanted.size && names.every((name) => typeof name === 'string' && wanted.has(spaced(name)))) return []
  return [hit(`Unexpected ${said('author', names)} in JSON-LD, expected ${JSON.stringify(expected)}, as the page says`)]
}

/** An instant has many ways to be written. */
function wrongTime(node: Node, name: string, expected: string, times: ReadonlySet<string>): PageHit[] {
  const value = node[name]
  const instant = typeof value === 'string' ? Date.parse(value) : Number.NaN
  // What machines are told is to the second.
  const right = Math.abs(instant - Date.parse(expected)) < 1000
  if (!right) return [hit(`Unexpected ${said(name, value)} in JSON-LD, expected ${JSON.stringify(expected)}`)]
  const isShown = [...times].some((time) => Math.abs(Date.parse(time) - instant) < 1000)
  if (isShown) return []
  return [hit(`Unexpected ${said(name, value)} in JSON-LD, expected a \`<time>\` of the page`)]
}

function said(name: string, value: unknown): string {
  return value === undefined ? `lack of \`${name}\`` : `\`${name}\` ${JSON.stringify(value)}`
}

/** As a page shows a text: what no HTML can hold stands as U+FFFD in it. */
function spaced(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\uFFFD').replace(/\s+/g, ' ').trim()
}

function hit(message: string, severity?: 'warning'): PageHit {
  const evidence = { part: 'head', markup: ['application/ld+json', 'newsArticle('] } as const
  return { rule: 'structured-data', message, evidence, ...(severity !== undefined && { severity }) }
}
