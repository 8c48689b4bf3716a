/** Whether two texts are equal but for case, blanks, punctuation and signs. */
export function haveSameWords(one: string, other: string): boolean {
  return bare(one) === bare(other)
}

function bare(text: string): string {
  return text
    .replace(/[\s\p{P}\p{S}]+/gu, ' ')
    .trim()
    .toLowerCase()
}
