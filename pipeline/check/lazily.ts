/** What is made when it is first asked for, and then kept: patterns of a language that a site doesn't have are never compiled. */
export function lazily<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
