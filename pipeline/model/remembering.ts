/** What was computed for a text before isn't computed again; forgets all when it knows `most` answers. @param compute gives the same text the same answer */
export function remembering<Value>(most: number, compute: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined || known.has(text)) return before as Value
    const value = compute(text)
    if (known.size >= most) known.clear()
    known.set(text, value)
    return value
  }
}
