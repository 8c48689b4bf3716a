type Headers = readonly (readonly [name: string, value: string])[]

/** The lines of a header's text; one without a name is kept under an empty one. */
export function readHeaders(text: string): Headers {
  if (text === '') return []
  const lines = text.split('\n')
  if (lines.at(-1) === '') lines.pop()
  return lines.map((line) => {
    const colon = line.indexOf(':')
    return colon <= 0 ? ['', line] : [line.slice(0, colon), line.slice(line.charAt(colon + 1) === ' ' ? colon + 2 : colon + 1)]
  })
}

export function writeHeaders(headers: Headers): string {
  return headers.map(([name, value]) => (name === '' ? `${value}\n` : `${name}: ${value}\n`)).join('')
}

/** Names compare without regard to case. @returns null where the field is absent */
export function headerOf(headers: Headers, name: string): string | null {
  const lower = name.toLowerCase()
  return headers.find((field) => field[0].toLowerCase() === lower)?.[1] ?? null
}

/** The charset that a file declares and we can't read; null where it is UTF-8, not declared, or the template's `CHARSET`. */
export function charsetOf(headers: Headers): string | null {
  const charset = /charset\s*=\s*"?([^\s";]+)/i.exec(headerOf(headers, 'Content-Type') ?? '')?.[1]
  return charset === undefined || /^(utf-?8|charset)$/i.test(charset) ? null : charset
}
