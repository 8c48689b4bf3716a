import { parseLocale } from '../../model/locale.ts'
import type { Delivery, ExchangeUnit, ReadExchange } from './exchange-unit.ts'
import { readXml, type XmlElement } from './read-xml.ts'

/**
 * The pairs of a TMX 1.4 file, or of an older one, as OmegaT writes them: each text with each of its translations.
 *
 * A pair that names its article (`x-article`, as we write it) is that article's translation. One that doesn't is a translation memory's: a draft for every article that has the text.
 */
export function readTmx(file: string): ReadExchange {
  const read = readXml(file)
  if (read.kind === 'broken') return read
  const { root, text } = read
  const version = (root.attributes.get('version') ?? '').slice(0, 20)
  if (root.name !== 'tmx') return { kind: 'foreign', found: `a document of \`${root.name.slice(0, 40)}\`` }
  if (!/^1\.[1-4]b?$/.test(version)) return { kind: 'foreign', found: `TMX ${version || 'without a version'}` }
  const preset = elements(root, 'header')[0]?.attributes.get('srclang') ?? ''
  const pairs = elements(root, 'body').flatMap((body) => elements(body, 'tu').flatMap((tu) => pairsOf(tu, preset)))
  return { kind: 'read', deliveries: grouped(pairs), text }
}

function elements({ children }: XmlElement, name: string): XmlElement[] {
  return children.filter((child) => typeof child !== 'string').filter((child) => child.name === name)
}

interface Pair extends Omit<Delivery, 'units'> {
  readonly unit: ExchangeUnit
}

function pairsOf(tu: XmlElement, preset: string): Pair[] {
  const wanted = tu.attributes.get('srclang') ?? preset
  const variants = elements(tu, 'tuv').map((tuv) => ({ locale: localeOf(tuv), ...textOf(tuv) }))
  const source = variants.find(({ locale }) => locale === canonical(wanted)) ?? variants[0]
  if (source === undefined) return []
  const props = new Map(elements(tu, 'prop').map((prop) => [prop.attributes.get('type') ?? '', plain(prop)]))
  const article = props.get('x-article') ?? null
  return variants
    .filter((variant) => variant !== source)
    .map((variant) => ({
      article,
      source: source.locale,
      target: variant.locale,
      offset: tu.offset,
      unit: {
        id: tu.attributes.get('tuid')?.replace(/^.*#/s, '') ?? null,
        context: props.get('x-context') ?? null,
        source: source.text,
        target: variant.text,
        spaced: null,
        state: article === null || variant.lossy || source.lossy ? 'draft' : 'finished',
        exported: props.get('x-words') ?? null,
        notes: [],
        offset: tu.offset,
      },
    }))
}

function grouped(pairs: readonly Pair[]): Delivery[] {
  const groups = Map.groupBy(pairs, ({ article, source, target }) => JSON.stringify([article, source, target]))
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    return first === undefined ? [] : [{ ...first, units: group.map(({ unit }) => unit) }]
  })
}

/** Older tools write `lang`. */
function localeOf({ attributes }: XmlElement): string {
  return canonical(attributes.get('xml:lang') ?? attributes.get('lang') ?? '')
}

function canonical(tag: string): string {
  return parseLocale(tag.replaceAll('_', '-')) ?? tag
}

function textOf(tuv: XmlElement): { text: string; lossy: boolean } {
  const seg = elements(tuv, 'seg')[0]
  return seg === undefined ? { text: '', lossy: false } : { text: plain(seg), lossy: seg.children.some(isCode) }
}

function isCode(child: XmlElement | string): boolean {
  return typeof child !== 'string' && (child.name !== 'hi' || child.children.some(isCode))
}

/** The text without codes (`bpt`, `ph`, …), whose content is another tool's markup. */
function plain({ children }: XmlElement): string {
  return children.map((child) => (typeof child === 'string' ? child : child.name === 'hi' ? plain(child) : '')).join('')
}
