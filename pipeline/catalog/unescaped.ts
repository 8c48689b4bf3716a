/** The text between the quotes of a PO string, or the offset of an escape that gettext doesn't know. */
export function unescaped(text: string, start: number, end: number): string | number {
  let plain = ''
  let at = start
  for (;;) {
    const backslash = text.indexOf('\\', at)
    if (backslash < 0 || backslash >= end) return plain + text.slice(at, end)
    const sequence = escapeAt(text, backslash, end)
    if (sequence === null) return backslash
    plain += text.slice(at, backslash) + sequence.plain
    at = sequence.end
  }
}

export interface Escape {
  readonly plain: string
  /** Offset behind it. */
  readonly end: number
}

/**
 * The escape that begins at the backslash `at`; null where it is none.
 *
 * Octal and hexadecimal ones are bytes: a run of them is one escape, and UTF-8.
 */
export function escapeAt(text: string, at: number, end: number): Escape | null {
  const plain = SIMPLE[text.charAt(at + 1)]
  if (plain !== undefined) return at + 1 < end ? { plain, end: at + 2 } : null
  BYTE.lastIndex = at
  const run = BYTE.exec(text)?.[0]
  if (run === undefined || at + run.length > end) return null
  const bytes = Array.from(run.matchAll(/\\(?:x([0-9a-f]+)|([0-7]+))/gi), ([, hex, octal]) =>
    hex === undefined ? Number.parseInt(octal ?? '', 8) : Number.parseInt(hex, 16),
  )
  if (bytes.some((byte) => byte === 0 || byte > 255)) return null
  try {
    return { plain: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Uint8Array.from(bytes)), end: at + run.length }
  } catch {
    return null
  }
}

const SIMPLE: Readonly<Record<string, string>> = {
  __proto__: null as never,
  n: '\n',
  t: '\t',
  r: '\r',
  a: '\u0007',
  b: '\b',
  f: '\f',
  v: '\v',
  '"': '"',
  '\\': '\\',
}

const BYTE = /(?:\\(?:x[0-9a-f]{1,2}|[0-7]{1,3}))+/iy
