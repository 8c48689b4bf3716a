/** Groups within which whole phrases are often the same. */
const groups = [
  'es pt gl ca ast oc an',
  'da nb nn no',
  'sv nb nn no da',
  'hr sr bs sh cnr',
  'cs sk',
  'id ms',
  'ru uk be',
  'bg mk',
  'nl af',
  'zh ja yue',
  'it co scn vec lmo',
  'fa prs tg',
  'hi ur',
  'ar arz',
].map((group) => new Set(group.split(' ')))

/** Whether the two languages share words and idioms to such a degree that equal words prove nothing. */
export function areClose(one: string, other: string): boolean {
  return groups.some((group) => group.has(one) && group.has(other))
}
