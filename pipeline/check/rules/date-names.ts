import type { Locale } from '../../model/locale.ts'

/** What a locale calls the days of the week. */
export interface DayNames {
  /** Source of a pattern with a name of a day, inflected or not. */
  readonly pattern: string
  /** The same for days that are written with one letter, in brackets. */
  readonly short: string
  /** 0 is Sunday; null for a word that is no day. */
  numberOf(word: string): number | null
  /** As they stand in a sentence, Sunday first. */
  readonly names: readonly string[]
}

/** What a locale calls the months. */
export interface MonthNames {
  readonly pattern: string
  /** 1 is January; null for a word that is no month. */
  numberOf(word: string): number | null
}

/** Languages in which a day's name has endings ("w środę", "csütörtökön", "torstaina"), or is joined with a time of day ("Donnerstagabend"). */
const inflecting = new Set('az be bg bs cs de el et eu fi hr hu hy ka kk lt lv mk pl ru sk sl sr tr uk'.split(' '))

/** Names that CLDR hasn't: `long` of the locale is one of several that are in use. */
const moreDays: Readonly<Record<string, string>> = {
  // Sunday to Saturday, `|` between those of one day.
  de: 'sonntag montag dienstag mittwoch donnerstag freitag sonnabend',
  ja: '日 月 火 水 木 金 土',
  ko: '일 월 화 수 목 금 토',
  pt: 'domingo segunda terça quarta quinta sexta sábado',
  sv: 'söndagen måndagen tisdagen onsdagen torsdagen fredagen lördagen',
  zh: '星期日|星期天|周日|週日|禮拜日|礼拜天 周一|週一|礼拜一 周二|週二 周三|週三 周四|週四 周五|週五 周六|週六',
}

/** @throws {RangeError} where Intl doesn't take the locale */
export function dayNames(locale: Locale): DayNames {
  const [language = ''] = locale.split('-', 1)
  const { format } = formatOf(locale, { weekday: 'long' })
  const names = Array.from({ length: 7 }, (_, day) => format(Date.UTC(2023, 0, 1 + day)))
  const days = new Map<string, number>()
  for (const [day, name] of names.entries()) {
    for (const form of [name, ...(moreDays[language]?.split(' ')[day]?.split('|') ?? [])]) days.set(stem(form, language), day)
  }
  const ending = inflecting.has(language) ? '\\p{L}{0,8}' : ''
  return {
    pattern: `(?:${alternatives([...days.keys()].filter((name) => name.length > 1))})${ending}`,
    short: alternatives([...days.keys()].filter((name) => name.length === 1)) || '(?!)',
    numberOf: (word) => days.get(longestStart(plain(word), days)) ?? null,
    names,
  }
}

/** Alone and after a day ("июль", "24 июля"), long and short. @throws {RangeError} where Intl doesn't take the locale */
export function monthNames(locale: Locale): MonthNames {
  const months = new Map<string, number>()
  for (const month of ['long', 'short'] as const) {
    for (const shape of [formatOf(locale, { month }), formatOf(locale, { day: 'numeric', month, year: 'numeric' })]) {
      for (let number = 1; number <= 12; number++) {
        const name = shape.formatToParts(Date.UTC(2023, number - 1, 15)).find(({ type }) => type === 'month')?.value ?? ''
        const form = plain(name).replace(/\.$/, '')
        if (form !== '' && !/^\p{N}/u.test(form)) months.set(form, number)
      }
    }
  }
  return { pattern: `(?:${alternatives(months.keys())})`, numberOf: (word) => months.get(plain(word)) ?? null }
}

function formatOf(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, { timeZone: 'UTC', calendar: 'gregory', numberingSystem: 'latn', ...options })
}

function stem(name: string, language: string): string {
  const form = plain(name)
  return inflecting.has(language) && language !== 'de' ? form.replace(/(?<=\p{L}{4})[аяоеиіaeioyuăąęěéyőöáýηαο]$/u, '') : form
}

function plain(word: string): string {
  return word.toLowerCase().replace(/[’ʼ]/g, "'")
}

function alternatives(names: Iterable<string>): string {
  const escaped = Array.from(names, (name) =>
    name
      .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
      .replaceAll("'", "['’ʼ]")
      .replaceAll(' ', '\\s'),
  )
  return escaped.sort((a, b) => b.length - a.length).join('|')
}

function longestStart(word: string, names: ReadonlyMap<string, number>): string {
  let best = ''
  for (const name of names.keys()) if (name.length > best.length && word.startsWith(name)) best = name
  return best
}
