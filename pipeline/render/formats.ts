import { type Direction, direction } from '../model/locale.ts'
import type { LocaleSettings } from '../model/site.ts'
import type { Formats } from './view.ts'

/** A locale's formatters, made once. @param timeZone IANA */
export function formats(settings: Pick<LocaleSettings, 'tag' | 'calendar' | 'numberingSystem'>, timeZone: string): Formats {
  const tag = tagWithSettings(settings)
  const dir = direction(settings.tag)
  const date = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone })
  const time = new Intl.DateTimeFormat(tag, { timeStyle: 'short', timeZone })
  const dateTime = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeStyle: 'short', timeZone })
  const machine = remembered(machineFormat(timeZone))
  const number = new Intl.NumberFormat(tag)
  const list = new Intl.ListFormat(tag, { type: 'conjunction' })
  const names = new Intl.DisplayNames([tag], { type: 'language' })
  return {
    date: (instant) => date.format(instant),
    time: (instant) => time.format(instant),
    dateTime: (instant) => dateTime.format(instant),
    machineDate: (instant) => machine(instant.getTime()),
    number: (value) => number.format(value),
    list: (items) => list.format(items.map((item) => isolate(item, dir))),
    displayName: (locale) => names.of(locale) ?? locale,
  }
}

function tagWithSettings({ tag, calendar, numberingSystem }: Pick<LocaleSettings, 'tag' | 'calendar' | 'numberingSystem'>): string {
  return new Intl.Locale(tag, { ...(calendar !== null && { calendar }), ...(numberingSystem !== null && { numberingSystem }) }).toString()
}

function machineFormat(timeZone: string): (instant: number) => string {
  const format = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'longOffset',
  })
  return (instant) => machineDate(format, instant)
}

/** A page writes the same instant in four places. @param format takes ms since the epoch */
function remembered(format: (instant: number) => string): (instant: number) => string {
  const known = new Map<number, string>()
  return (instant) => {
    const found = known.get(instant)
    if (found !== undefined) return found
    if (known.size === 100) known.clear()
    const text = format(instant)
    known.set(instant, text)
    return text
  }
}

function machineDate(format: Intl.DateTimeFormat, instant: number): string {
  const part: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {}
  for (const { type, value } of format.formatToParts(instant)) part[type] = value
  const offset = part.timeZoneName?.slice('GMT'.length) || '+00:00'
  return `${part.year?.padStart(4, '0')}-${part.month}-${part.day}T${part.hour}:${part.minute}:${part.second}${offset}`
}

const FIRST_STRONG_ISOLATE = '\u2068'
const POP_DIRECTIONAL_ISOLATE = '\u2069'
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u
const leftToRight =
  /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u

/** A name that runs against its surroundings would drag the separators beside it along. */
function isolate(text: string, dir: Direction): string {
  const against = dir === 'rtl' ? leftToRight : rightToLeft
  return against.test(text) ? `${FIRST_STRONG_ISOLATE}${text}${POP_DIRECTIONAL_ISOLATE}` : text
}
