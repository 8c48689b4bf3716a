/** Mistakes to plant into a good translation: what a rule finds of them is its recall. */
export interface Planted {
  readonly name: string
  readonly rule: string
  /** The translation with the mistake; null where there is no room for it. */
  plant(translation: string, source: string, locale: string): string | null
}

export const plantedMistakes: readonly Planted[] = [
  {
    name: 'another digit',
    rule: 'changed-number',
    plant: (text) => changed(text, /(?<![\p{N}\p{L}(/#.-])\p{Nd}{2,}(?![\p{N}\p{L})])/u, nextDigit),
  },
  { name: 'the next month', rule: 'changed-date', plant: (text, _, locale) => nextMonth(text, locale) },
  { name: 'no negation', rule: 'lost-negation', plant: (text, _, locale) => changed(text, negations[locale] ?? /(?!)/, () => ' ') },
  { name: 'a target lost', rule: 'lost-link', plant: (text) => changed(text, /\]\([^)]*\)/, () => ']') },
  { name: 'one half of strong marks', rule: 'broken-emphasis', plant: (text) => changed(text, /\*\*/, () => '') },
  { name: 'no emphasis', rule: 'lost-emphasis', plant: (text) => (/\*\*/.test(text) ? text.replaceAll('**', '') : null) },
  { name: 'code translated', rule: 'lost-code', plant: (text) => changed(text, /`[^`]+`/, () => '`x-y-z`') },
  { name: 'no end mark', rule: 'wrong-end-mark', plant: (text) => changed(text, /[.?。？؟।](?=["”»」』)]*$)/u, () => '') },
  { name: 'the source', rule: 'untranslated', plant: (_, source) => (/(?:\p{Ll}+ ){4}/u.test(source) ? source : null) },
  { name: 'the first third', rule: 'odd-length', plant: (text, source) => (source.length > 200 ? text.slice(0, text.length / 3) : null) },
  {
    name: 'no brackets',
    rule: 'lost-bracket',
    plant: (text) => (/[(（][^)）]*\p{L}{2} [^)）]*\p{L}{2}[^)）]*[)）]/u.test(text) ? text.replace(/[()（）[\]]/g, '') : null),
  },
  { name: 'no first word', rule: 'lost-capital', plant: (text) => changed(text, /^\p{Lu}\p{Ll}* (?=\p{Ll}{3})/u, () => '') },
  { name: 'a space behind', rule: 'edge-space', plant: (text) => `${text} ` },
  { name: 'a heading’s mark', rule: 'block-markdown', plant: (text) => `## ${text}` },
]

const negations: Readonly<Record<string, RegExp>> = {
  it: / non /,
  es: / no /,
  pt: / não /,
  de: / nicht /,
  nl: / niet /,
  sv: / inte /,
  da: / ikke /,
  pl: / nie /,
  ru: / не /,
  uk: / не /,
  hu: / nem /,
  el: / δεν /,
  he: / לא /,
}

function changed(text: string, what: RegExp, by: (found: string) => string): string | null {
  return what.test(text) ? text.replace(what, by) : null
}

function nextDigit(digits: string): string {
  const last = digits.codePointAt(digits.length - 1) ?? 0
  const zero = [0x30, 0x660, 0x6f0].findLast((point) => point <= last) ?? 0x30
  return digits.slice(0, -1) + String.fromCodePoint(zero + ((last - zero + 1) % 10))
}

function nextMonth(text: string, locale: string): string | null {
  const format = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', calendar: 'gregory', timeZone: 'UTC' })
  const names = Array.from({ length: 12 }, (_, month) => {
    return format.formatToParts(Date.UTC(2024, month, 15)).find(({ type }) => type === 'month')?.value ?? ''
  })
  const at = names.findIndex((name) => new RegExp(`\\p{Nd}\\.?(?: de| d’)? ?${name}(?!\\p{L})`, 'u').test(text))
  return at < 0 || /^\p{Nd}/u.test(names[at] ?? '') ? null : text.replace(names[at] ?? '', names[(at + 1) % 12] ?? '')
}
