import type { Html } from '../model/html.ts'
import type { Locale } from '../model/locale.ts'
import type { Renderable } from './html.ts'

/** Interface text in the page's locale. Values are plain text: `html` escapes the result. */
export type Translate = (key: string, values?: Readonly<Record<string, string | number>>) => string

/** Values as the page's readers write them. */
export interface Formats {
  /** "21 July 2025" */
  date(instant: Date): string
  /** "18:00", in the site's time zone. */
  time(instant: Date): string
  /** "21 July 2025 at 18:00" */
  dateTime(instant: Date): string
  /** For machines: ISO 8601 with the site's offset, to the second. */
  machineDate(instant: Date): string
  number(value: number): string
  /** Of numbers, as CLDR names them: `latn`, `arab`, `arabext`. */
  readonly digits: string
  /** Of a share: 0.76 is "76%". */
  percent(share: number): string
  /** "A, B and C". Items that run against the page's direction are isolated. */
  list(items: readonly string[]): string
  /** The same, of names that are links. */
  htmlList(items: readonly Html[]): Html
  /** A text in the page's language, with the places where its lines may end. */
  headline(text: string): Renderable
  /** A language in the page's own: "Italian". */
  displayName(locale: Locale): string
}
