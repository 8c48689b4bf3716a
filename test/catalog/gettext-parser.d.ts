/** What of it our tests use; the package brings no types. */
declare module 'gettext-parser' {
  interface ParsedMessage {
    readonly msgctxt?: string
    readonly msgid: string
    readonly msgid_plural?: string
    readonly msgstr: readonly string[]
  }
  interface Parsed {
    readonly charset: string
    readonly headers: Readonly<Record<string, string>>
    /** By context, then by id. */
    readonly translations: Readonly<Record<string, Readonly<Record<string, ParsedMessage>>>>
  }
  export const po: { parse(text: string): Parsed; compile(parsed: Parsed): Buffer }
}
