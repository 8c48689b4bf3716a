import type { Locale } from '../../model/locale.ts'

/** What a locale calls the days of the week and the months, as patterns and by number. */
export interface DateNames {
  /** Source of a pattern with a name of a day, inflected or not. */
  readonly weekday: string
  /** The same for days that are written with one letter, in brackets. */
  readonly short: string
  /** Source of a pattern with a name of a month. */
  readonly month: string
  /** 0 is Sunday; null for a word that is no day. */
  weekdayOf(word: string): number | null
  /** 1 is January; null for a word that is no month. */
  monthOf(word: string): number | null
  /** As it stands in a sentence. */
  readonly weekdays: readonly string[]
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
  zh: '星期日|星期天|周日|週日|禮拜日|礼拜天 周一|週一|礼拜一 周二|週二 周三|週三 周四|週四 周五|週五 周六|週六',
}

/** @throws {RangeError} where Intl doesn't take the locale */
export function dateNames(locale: Locale): DateNames {
  const [language = ''] = locale.split('-', 1)
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: 'UTC', calendar: 'gregory', numberingSystem: 'latn', ...options })
  const dayName = format({ weekday: 'long' })
  const weekdays = Array.from({ length: 7 }, (_, day) => dayName.format(Date.UTC(2023, 0, 1 + day)))
  const days = new Map<string, number>()
  for (const [day, name] of weekdays.entries()) {
    for (const form of [name, ...(moreDays[language]?.split(' ')[day]?.split('|') ?? [])]) days.set(stem(form, language), day)
  }
  const months = monthNames(format)
  const ending = inflecting.has(language) ? '\\p{L}{0,8}' : ''
  return {
    weekday: `(?:${alternatives([...days.keys()].filter((name) => name.length > 1))})${ending}`,
    short: alternatives([...days.keys()].filter((name) => name.length === 1)) || '(?!)',
    month: `(?:${alternatives(months.keys())})`,
    weekdayOf: (word) => days.get(longestStart(plain(word), days)) ?? null,
    monthOf: (word) => months.get(plain(word)) ?? null,
    weekdays,
  }
}

/** Alone and after a day ("июль", "24 июля"), long and short. */
function monthNames(format: (options: Intl.DateTimeFormatOptions) => Intl.DateTimeFormat): Map<string, number> {
  const months = new Map<string, number>()
  for (const month of ['long', 'short'] as const) {
    for (const shape of [format({ month }), format({ day: 'numeric', month, year: 'numeric' })]) {
      for (let number = 1; number <= 12; number++) {
        const name = shape.formatToParts(Date.UTC(2023, number - 1, 15)).find(({ type }) => type === 'month')?.value ?? ''
        const form = plain(name).replace(/\.$/, '')
        if (form !== '' && !/^\p{N}/u.test(form)) months.set(form, number)
      }
    }
  }
  return months
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
