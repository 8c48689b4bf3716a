/** A text as it stands between the quotes of a PO string; every other character stands as it is, as gettext has it. */
export function escaped(text: string): string {
  return text.replace(SPECIAL, (character) => ESCAPES[character] ?? character)
}

const SPECIAL = /["\\\u0007-\r]/g

const ESCAPES: Readonly<Record<string, string>> = {
  '\u0007': '\\a',
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\v': '\\v',
  '\f': '\\f',
  '\r': '\\r',
  '"': '\\"',
  '\\': '\\\\',
}
