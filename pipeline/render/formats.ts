import type { Locale } from '../model/locale.ts'
import { remembering } from '../model/remembering.ts'
import type { LocaleSettings } from '../model/site.ts'
import type { Formats } from './formats-view.ts'
import { headlines } from './headlines.ts'
import { nameLists } from './name-lists.ts'

type FormatSettings = Pick<LocaleSettings, 'tag' | 'formats' | 'calendar' | 'numberingSystem'>

/**
 * A locale's formatters, made once.
 *
 * @param timeZone IANA
 * @param machine dates for machines; locales that share it don't write the same instant anew
 */
export function formats(settings: FormatSettings, timeZone: string, machine: Formats['machineDate'] = machineDates(timeZone)): Formats {
  const tag = tagWithSettings(settings)
  const date = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone })
  const time = new Intl.DateTimeFormat(tag, { timeStyle: 'short', timeZone })
  const dateTime = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeStyle: 'short', timeZone })
  const number = new Intl.NumberFormat(tag)
  const percent = new Intl.NumberFormat(tag, { style: 'percent' })
  const { list, htmlList } = nameLists(tag, settings.tag)
  const names = new Intl.DisplayNames([tag], { type: 'language' })
  const day = remembering(mostRemembered, (iso: string) => date.format(new Date(iso)))
  const joined = remembering(mostRemembered, (items: string) => list(JSON.parse(items)))
  const name = remembering(mostRemembered, (locale: Locale) => names.of(locale) ?? locale)
  return {
    // A day reads the same whatever its hour: noon where the site is.
    date: (instant) => day(`${machine(instant).slice(0, 10)}T12:00:00${machine(instant).slice(19)}`),
    time: (instant) => time.format(instant),
    dateTime: (instant) => dateTime.format(instant),
    machineDate: machine,
    number: (value) => number.format(value),
    digits: number.resolvedOptions().numberingSystem,
    percent: (share) => percent.format(share),
    list: (items) => joined(JSON.stringify(items)),
    htmlList,
    headline: headlines(settings.tag),
    displayName: name,
  }
}

/** BCP 47 with the calendar and the digits that a locale is set to. */
export function tagWithSettings({ tag, formats, calendar, numberingSystem }: FormatSettings): string {
  return new Intl.Locale(formats ?? tag, {
    ...(calendar !== null && { calendar }),
    ...(numberingSystem !== null && { numberingSystem }),
  }).toString()
}

function machineFormat(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
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
}

/** Pages write the same few values again and again, and Intl takes its time: more than the days and instants that the lists of a busy year show. */
const mostRemembered = 4_000

/** ISO 8601 with the offset of the zone's clocks, to the second. @param timeZone IANA */
export function machineDates(timeZone: string): Formats['machineDate'] {
  const format = machineFormat(timeZone)
  const written = remembering(mostRemembered, (instant: number) => machineDate(format, instant))
  return (instant) => written(instant.getTime())
}

function machineDate(format: Intl.DateTimeFormat, instant: number): string {
  const part: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {}
  for (const { type, value } of format.formatToParts(instant)) part[type] = value
  const offset = part.timeZoneName?.slice('GMT'.length) || '+00:00'
  return `${part.year?.padStart(4, '0')}-${part.month}-${part.day}T${part.hour}:${part.minute}:${part.second}${offset}`
}
