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
