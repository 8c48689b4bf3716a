import type { Article, ArticleId, Correction, FrontMatter, ReadArticle, Span, UnitKind } from '../model/article.ts'
import type { Finding } from '../model/finding.ts'
import { lazily } from '../model/lazily.ts'
import { type Locale, parseLocale } from '../model/locale.ts'
import { pointAt } from '../model/place.ts'
import type { Site } from '../model/site.ts'
import type { Source } from '../model/source.ts'
import { alignedSpans } from './aligned-spans.ts'
import { readBody } from './body-reader.ts'
import { splitFrontMatter } from './front-matter-block.ts'
import type { WrittenFrontMatter } from './front-matter-shape.ts'
import { withoutMarks } from './holes.ts'
import { parseInstant } from './instant.ts'
import { parseMarkdown } from './markdown.ts'
import { type FrontMatterRead, readFrontMatter } from './read-front-matter.ts'
import { skeleton } from './skeleton.ts'
import { isSlug } from './slug.ts'
import { UnitList } from './unit-list.ts'
import { type WrittenIn, writtenIn } from './written-in.ts'

/** What of the site an article's reading depends on. */
export type ArticleSite = Pick<Site, 'sourceLocale' | 'timeZone' | 'locales'>

/**
 * Read an article: front matter, skeleton, units.
 *
 * Every position counts in the file as it is, a byte order mark and CRLF included.
 */
export function readArticle(id: ArticleId, source: Source, site: ArticleSite): ReadArticle {
  const text = withoutMarks(source.text)
  const parts = splitFrontMatter(text)
  const withScope = (findings: readonly Finding[]): Finding[] => findings.map((finding) => ({ ...finding, article: id }))
  if (parts.yaml === null) return { kind: 'broken', id, findings: withScope([noFrontMatter(source)]) }
  const read = readFrontMatter(source.path, text, parts.yaml)
  const checked = checkFields(id, read, site)
  const findings = [...read.findings, ...checked.findings]
  if (checked.meta === null) return { kind: 'broken', id, findings: withScope(findings) }
  const { meta, locale, variety } = checked

  const units = new UnitList()
  addFrontMatterUnits(units, meta, read, text)
  const tree = parseMarkdown(text.slice(parts.body))
  const body = readBody(tree, { file: source.path, text, base: parts.body, units })
  const made = lazily(() => skeleton(tree, body.holes))
  const inSource = body.findings.map((finding) => ({ ...finding, article: id, ...(finding.rule === 'directive' ? {} : { locale }) }))
  return {
    kind: 'read',
    article: {
      id,
      source,
      locale,
      variety,
      meta,
      units: units.units,
      get skeleton() {
        return made()
      },
      targets: [...imageTarget(meta, read), ...body.targets],
      headings: body.headings,
      findings: [...withScope(findings), ...inSource],
      silences: body.silences,
    } satisfies Article,
  }
}

function noFrontMatter(source: Source): Finding {
  const empty = source.text.replace(/^\uFEFF/, '').trim() === ''
  const message = empty
    ? 'The article is empty; expected front matter between `---` lines, then the text.'
    : 'The article has no front matter; expected `---`, title, description, date and authors, and `---` again at its start.'
  return { rule: 'front-matter', severity: 'error', file: source.path, ...pointAt(source.text, 0), message, expected: [] }
}

type Checked = { readonly findings: Finding[] } & (({ readonly meta: FrontMatter } & WrittenIn) | { readonly meta: null })

/** What YAML and shape can't tell: dates, locales, slugs. */
function checkFields(id: ArticleId, read: FrontMatterRead, site: ArticleSite): Checked {
  const findings: Finding[] = []
  const { written, fields } = read
  if (fields === null) return { meta: null, findings }
  const { sound, wrong } = fields
  const { date, updated, corrections } = checkDates(sound, site, (value, path) => {
    findings.push(read.find('error', path, `Unexpected \`${value}\`, expected a date such as 2026-07-21 or 2026-07-21T18:00:00+02:00.`))
  })
  const locales = site.locales.map((settings) => settings.tag)
  const unknownLocale = (tag: string, path: readonly PropertyKey[]): null => {
    findings.push(read.find('error', path, `Unknown locale \`${tag}\`, expected one of the site's: ${locales.join(', ')}.`, locales))
    return null
  }
  const known = (tag: string, path: readonly PropertyKey[]): Locale | null => {
    const locale = parseLocale(tag)
    return locale !== null && locales.includes(locale) ? locale : unknownLocale(tag, path)
  }
  const language = sound.lang === undefined ? { locale: site.sourceLocale, variety: site.sourceLocale } : writtenIn(sound.lang, locales)
  const translate = sound.translate?.flatMap((tag, index) => known(tag, ['translate', index]) ?? []) ?? locales
  const slug = sound.slug ?? id.slice(id.lastIndexOf('/') + 1)
  if (!wrong.has('slug') && !isSlug(slug))
    findings.push(read.find('error', ['slug'], `Unexpected slug \`${slug}\`, expected letters and digits with \`-\` between them.`))
  if (language === null) unknownLocale(sound.lang ?? '', ['lang'])
  if (written === null || date === null || language === null || findings.some((finding) => finding.severity === 'error'))
    return { meta: null, findings }
  const meta: FrontMatter = {
    title: written.title,
    description: written.description,
    date,
    updated,
    corrections,
    authors: written.authors,
    place: written.place ?? null,
    tags: written.tags ?? [],
    image: written.image === undefined ? null : picture(written.image),
    slug,
    translate: [...new Set(translate)].filter((tag) => tag !== language.locale),
    draft: written.draft === 'true',
  }
  return { meta, ...language, findings }
}

type Dates = Pick<FrontMatter, 'updated' | 'corrections'> & { readonly date: Date | null }

function checkDates(
  sound: Partial<WrittenFrontMatter>,
  { timeZone }: ArticleSite,
  tell: (value: string, path: readonly PropertyKey[]) => void,
): Dates {
  const instant = (value: string | undefined, path: readonly PropertyKey[]): Date | null => {
    const date = value === undefined ? null : parseInstant(value, timeZone)
    if (value !== undefined && date === null) tell(value, path)
    return date
  }
  const date = instant(sound.date, ['date'])
  const updated = instant(sound.updated, ['updated'])
  const corrections = (sound.corrections ?? []).flatMap(({ date: since, text }, index) => {
    const corrected = instant(since, ['corrections', index, 'date'])
    return corrected === null ? [] : { date: corrected, text }
  })
  return { date, updated: updated ?? latest(corrections), corrections }
}

function latest(corrections: readonly Correction[]): Date | null {
  return corrections.length === 0 ? null : new Date(Math.max(...corrections.map(({ date }) => date.getTime())))
}

function picture(image: NonNullable<WrittenFrontMatter['image']>): NonNullable<FrontMatter['image']> {
  return { src: image.src, alt: image.alt ?? '', caption: image.caption ?? null, credit: image.credit ?? null }
}

function addFrontMatterUnits(units: UnitList, meta: FrontMatter, read: FrontMatterRead, file: string): void {
  const fields: [kind: UnitKind, text: string | null, path?: readonly PropertyKey[]][] = [
    ['title', meta.title],
    ['description', meta.description],
    ['slug', meta.slug],
    ['place', meta.place],
    ['image.alt', meta.image?.alt ?? null],
    ['image.caption', meta.image?.caption ?? null],
    ['image.credit', meta.image?.credit ?? null],
    ...meta.corrections.map(({ text }, index) => ['correction', text, ['corrections', index, 'text']] as const satisfies unknown[]),
  ]
  for (const [kind, text, path = kind.split('.')] of fields) {
    if (text === null || text === '') continue
    units.add({ kind, context: kind, text, locale: null, spans: valueSpans(read, path, text, file) })
  }
}

/** Where the text of a field stands: without quotes, or below the line that begins a block. */
function valueSpans(read: FrontMatterRead, path: readonly PropertyKey[], text: string, file: string): Span[] {
  const { start, end } = read.rangeOf(path)
  const value = file.slice(start, end)
  const opening = /^(?:["']|[|>][^\r\n]*\r?\n?)/.exec(value)?.[0] ?? ''
  const closing = opening === '"' || opening === "'" ? 1 : 0
  return alignedSpans(text, value.slice(opening.length, value.length - closing), start + opening.length)
}

function imageTarget(meta: FrontMatter, read: FrontMatterRead): Article['targets'] {
  if (meta.image === null) return []
  return [{ kind: 'picture', address: meta.image.src, alt: meta.image.alt.trim(), ...read.rangeOf(['image', 'src']) }]
}
