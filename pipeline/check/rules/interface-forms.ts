const suffix = /_(?:ordinal_)?(?:zero|one|two|few|many|other)$/

/** The key that a template asks for: `articles` of `articles_one`. */
export function baseOf(key: string): string {
  return key.replace(suffix, '')
}

/** The plural category that a key is for, and of which numbers; null where it is for none. */
export function formOf(key: string): { readonly type: Intl.PluralRuleType; readonly category: string } | null {
  const found = suffix.exec(key)?.[0]
  if (found === undefined) return null
  return { type: found.startsWith('_ordinal_') ? 'ordinal' : 'cardinal', category: found.slice(found.lastIndexOf('_') + 1) }
}
