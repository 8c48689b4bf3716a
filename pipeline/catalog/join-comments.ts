/** Both blocks of comment lines, the second one unless the first holds it already. */
export function joinComments(comments: readonly string[], block: readonly string[]): readonly string[] {
  const holds = comments.some((_, from) => block.every((line, at) => comments[from + at] === line))
  return block.length === 0 || holds ? comments : [...comments, ...block]
}
