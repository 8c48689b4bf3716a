/** What is made when it is first asked for, and then kept: patterns of a language that a site doesn't have are never compiled. */
export function lazily<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/** The same for each key: a locale's patterns, a word's neighbours. */
export function lazilyBy<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new Map<Key, { readonly value: Value }>()
  return (key) => {
    const before = made.get(key)
    if (before !== undefined) return before.value
    const value = make(key)
    made.set(key, { value })
    return value
  }
}
