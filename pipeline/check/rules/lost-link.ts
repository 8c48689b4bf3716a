import type { Mark } from '../cut.ts'
import type { Passage } from '../passage.ts'
import { type Hit, type PairRule, type RuleOptions, strings } from '../rule.ts'

/** The targets of links and pictures are the author's: a translation keeps them, and adds none. */
export const lostLink: PairRule = {
  kind: 'pair',
  name: 'lost-link',
  severity: 'error',
  options: { localized: 'strings' },
  check(source, translation, options) {
    if (source.marks.length + translation.marks.length === 0) return []
    return [
      ...compare('link', source, translation, options),
      ...compare('picture', source, translation, options),
      ...changedAddresses(source, translation, options),
    ]
  },
}

/** Addresses that stand in the text as they are: one that is another one is told, one that became a link or was left out isn't. */
function changedAddresses(source: Passage, translation: Passage, options: RuleOptions): Hit[] {
  return compare('address', source, translation, options)
    .filter(({ range, expected }) => range !== null && expected.length > 0)
    .map((hit) => ({ ...hit, doubtful: true }))
}

function compare(kind: 'link' | 'picture' | 'address', source: Passage, translation: Passage, options: RuleOptions): Hit[] {
  const wanted = targets(source, kind)
  const found = targets(translation, kind)
  const lost = [...wanted].filter(([key]) => !found.has(key))
  const added = [...found].filter(([key]) => !wanted.has(key))
  const hits: Hit[] = []
  for (const [, mark] of added) {
    const [original] = lost.splice(nearest(lost, mark.value), 1)
    if (original !== undefined && isLocalized(original[1].value, mark.value, options)) continue
    const inOwnLanguage = original !== undefined && ownLanguage(original[1].value, source) === ownLanguage(mark.value, translation)
    hits.push({ ...changed(kind, mark, original?.[1]), ...(inOwnLanguage ? { doubtful: true } : {}) })
  }
  return [...hits, ...lost.map(([, { value }]) => ({ range: null, message: `Missing ${kind} \`${value}\``, expected: [] }))]
}

function changed(kind: string, { range, value }: Mark, original: Mark | undefined): Hit {
  const at = range.end > range.start ? range : null
  if (original === undefined) return { range: at, message: `Unexpected ${kind} \`${value}\`, the source has none such`, expected: [] }
  return {
    range: at,
    message: `Unexpected ${kind} \`${value}\`, expected \`${original.value}\``,
    expected: at === null ? [] : [original.value],
  }
}

/** By what a browser would make of them, each once: two links to one place may become one. */
function targets({ marks }: Passage, kind: Mark['kind']): Map<string, Mark> {
  return new Map(marks.filter((mark) => mark.kind === kind).map((mark) => [normal(mark.value), mark]))
}

function normal(target: string): string {
  const bare = target
    .replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, (host) => host.toLowerCase())
    .replace(/^\.\//, '')
    .replace(/^https?:\/\/[^/?#]+$/, '$&/')
  try {
    return decodeURI(bare).normalize('NFC')
  } catch {
    // Not percent-encoded text: as it stands.
    return bare
  }
}

/** The target without the label or folder that names the passage's language: `en.wikipedia.org`, `/en-us/`; titles of Wikipedia's pages differ too. */
function ownLanguage(target: string, { language }: Passage): string {
  const neutral = target.replace(new RegExp(`(?<=[/.])${language}(?:[-_][a-z]{2,4})?(?=[/.])`, 'i'), '*')
  return neutral.replace(/^(https?:\/\/\*\.(?:m\.)?wikipedia\.org\/wiki\/).*/, '$1')
}

/** Index of the one that was most likely meant: of the same host or file, else of the same kind, else the first. */
function nearest(lost: readonly (readonly [string, Mark])[], value: string): number {
  const stem = (target: string) => /^[a-z][a-z0-9+.-]*:\/\/[^/]*/i.exec(target)?.[0] ?? target.split('#')[0]
  const isAbsolute = (target: string) => /^[a-z][a-z0-9+.-]*:/i.test(target)
  const alike = lost.findIndex(([, mark]) => stem(mark.value) === stem(value))
  const sameKind = lost.findIndex(([, mark]) => isAbsolute(mark.value) === isAbsolute(value))
  return alike >= 0 ? alike : Math.max(0, sameKind)
}

/** Pages of a host that the site lets translators replace by their own language's: `wikipedia.org`. */
function isLocalized(original: string, translated: string, options: RuleOptions): boolean {
  return strings(options, 'localized').some((host) => isOn(original, host) && isOn(translated, host))
}

function isOn(target: string, host: string): boolean {
  const found = /^https?:\/\/([^/?#]*)/i.exec(target)?.[1]?.toLowerCase()
  return found === host || found?.endsWith(`.${host}`) === true
}
