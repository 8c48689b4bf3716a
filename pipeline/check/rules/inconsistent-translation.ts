import type { Passage } from '../passage.ts'
import type { Said, SiteRule } from '../rule.ts'

/** The same source translated in two ways within the site: the rarer one is told, of two equally rare ones that which comes later. */
export const inconsistentTranslation: SiteRule = {
  kind: 'site',
  name: 'inconsistent-translation',
  severity: 'warning',
  options: {},
  claim(source, translation) {
    if (!isComparable(source)) return null
    return { key: `${source.locale} ${spaced(source.markdown)}`, value: spaced(translation.markdown) }
  },
  check({ markdown }, own, others) {
    const [usual] = others
    if (usual === undefined || !isFirst(usual, own)) return []
    const message = `The same source is translated otherwise in ${usual.file}:${usual.line}: \`${usual.value}\``
    return [{ range: { start: 0, end: markdown.length }, message, expected: [usual.value] }]
  },
}

const names: ReadonlySet<string> = new Set(['place', 'author', 'credit', 'image.credit'])

/** Three words, or a name: what is shorter means one thing here and another there. */
function isComparable({ words, kind }: Passage): boolean {
  if (names.has(kind ?? '')) return /\p{L}/u.test(words)
  return (words.match(/[\p{L}\p{M}\p{N}]+/gu)?.length ?? 0) >= 3 || /\p{Lo}{8}/u.test(words)
}

function spaced(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function isFirst(usual: Said, own: Said): boolean {
  if (usual.count !== own.count) return usual.count > own.count
  return usual.file === own.file ? usual.line < own.line : usual.file < own.file
}
