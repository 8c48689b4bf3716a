/** Paint for a terminal. */
export interface Style {
  readonly bad: (text: string) => string
  readonly doubtful: (text: string) => string
  readonly strong: (text: string) => string
  readonly dim: (text: string) => string
}

export function styleOf(color: boolean): Style {
  const paint = (code: number, end: number) => (text: string) => (color ? `\u001B[${code}m${text}\u001B[${end}m` : text)
  return { bad: paint(31, 39), doubtful: paint(33, 39), strong: paint(1, 22), dim: paint(2, 22) }
}

/** Control and direction characters of an article would steer the terminal: a placeholder for each. */
export function visible(text: string): string {
  return text.replace(/[\u0000-\u001F\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]|\p{Surrogate}/gu, '\uFFFD')
}
