/** What becomes one into the other. */
export type Edit = 'insert' | 'delete' | 'replace' | 'swap'

/** The one edit that makes `other` of `word`, and how many letters before and after it stay; null where there is none, or more than one. */
export function oneEdit(word: string, other: string): { readonly edit: Edit; readonly before: number; readonly after: number } | null {
  const longer = Math.max(word.length, other.length)
  if (word === other || Math.abs(word.length - other.length) > 1) return null
  let before = 0
  while (before < longer && word[before] === other[before]) before++
  let after = 0
  while (after < Math.min(word.length, other.length) - before && word.at(-1 - after) === other.at(-1 - after)) after++
  const [mine, yours] = [word.slice(before, word.length - after), other.slice(before, other.length - after)]
  if (mine.length <= 1 && yours.length <= 1) {
    const edit = mine === '' ? 'insert' : yours === '' ? 'delete' : 'replace'
    return { edit, before, after }
  }
  const isSwap = mine.length === 2 && yours.length === 2 && mine[0] === yours[1] && mine[1] === yours[0]
  return isSwap ? { edit: 'swap', before, after } : null
}

/** Law: of two words one edit apart, one is the other's trace, or both share one. */
export function traces(word: string): string[] {
  return [word, ...Array.from(word, (_, index) => word.slice(0, index) + word.slice(index + 1))]
}
