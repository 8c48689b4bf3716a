/** What was computed before isn't computed again; forgets all when it knows `most` answers. @param compute gives equal questions the same answer */
export function remembering<Value, Question extends string | number = string>(
  most: number,
  compute: (question: Question) => Value,
): (question: Question) => Value {
  const known = new Map<Question, Value>()
  return (question) => {
    const before = known.get(question)
    if (before !== undefined || known.has(question)) return before as Value
    const value = compute(question)
    if (known.size >= most) known.clear()
    known.set(question, value)
    return value
  }
}
