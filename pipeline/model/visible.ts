/** Control and direction characters of articles and names of files would steer the terminal, or begin a line that a CI server obeys: a placeholder for each. */
export function visible(text: string): string {
  return text.replace(/[\u0000-\u001F\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]|\p{Surrogate}/gu, '\uFFFD')
}
