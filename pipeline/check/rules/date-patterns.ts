import type { DayNames, MonthNames } from './date-names.ts'

/** Each has the groups `weekday`, `day`, `month` (a name) or `number`, and those with a year `year`. Digits are Latin. */
export interface DatePatterns {
  readonly withYear: readonly RegExp[]
  readonly withoutYear: readonly RegExp[]
}

/** Languages that write the day of the week behind the date. */
const weekdayLast = new Set(['tr', 'az', 'kk', 'hu', 'lt', 'hy', 'eu', 'mn'])

const day = '(?<day>\\d{1,2})(?!\\d)(?:st|nd|rd|th|er|re|ère|º|ª|°|\\.|:[ae]|-?[гй]о?)?'
const year = '(?:\\s|[,،.-]\\s?|\\s(?:de|del|of|năm|м\\.)\\s)(?<year>\\d{4})(?!\\d)'
/** Neither a year follows, nor the second of two days ("26 and 27"). */
const noYear = '(?!\\d|[^\\p{L}\\d]{0,3}(?:\\p{L}{1,3}[\\s.]\\s?)?\\d)'
const of = "\\s?(?:(?:of|de|di|del|d['’])\\s?|ב|-)?"
const link = '(?:,|،)?\\s+\\(?(?:(?:the|den|dem|de|der|el|il|le|dia|día|em|dne|dňa|ngày|on|الموافق)\\s)?'
const arabicName = '\\p{L}{2,8}(?:\\s\\p{L}{4,6})?'
const numeric =
  '(?:(?<day>\\d{1,2})\\.\\s?(?<number>\\d{1,2})\\.\\s?(?<year>\\d{4})|(?<year>\\d{4})-(?<number>\\d\\d)-(?<day>\\d\\d))(?!\\d)'

export function datePatterns({ pattern: weekday, short }: DayNames, { pattern: month }: MonthNames, language: string): DatePatterns {
  if (/^(?:zh|ja|ko|yue)$/.test(language)) return chinesePatterns(weekday, short)
  if (language === 'th') return thaiPatterns(weekday, month)
  const name = `(?<weekday>(?<!\\p{L})(?:${weekday})(?!\\p{L}))`
  // Arabic newspapers name a month twice: "تموز/يوليو".
  const [otherBefore, otherBehind] = language === 'ar' ? [`(?:${arabicName}/)?`, `(?:/${arabicName})?`] : ['', '']
  const written = `${otherBefore}(?<month>${month})(?!\\p{L})\\.?${otherBehind}`
  const yearFirst = `(?<year>\\d{4})(?:\\.|\\s?m\\.|\\s?թ\\.|\\s?ж\\.|\\s?оны|\\(?e?\\)?ko)?\\s${written}\\s(?<day>\\d{1,2})(?!\\d)(?:\\.|\\s?d\\.|-\\p{L}{1,4})?`
  const behind = weekdayLast.has(language) ? '\\s?,?\\s?\\(?' : '\\s?\\('
  const dayFirst = `${name}${link}${day}${of}${written}`
  const monthFirst = `${name}${link}${written}\\s${day}`
  return {
    withYear: [
      `${dayFirst}${year}`,
      `${monthFirst}${year}`,
      `${name}${link}${numeric}`,
      `(?<!\\d)${day}${of}${written}${year}${behind}${name}`,
      `${yearFirst}${behind}${name}`,
      ...(language === 'lv' ? [`${name},?\\s(?<year>\\d{4})\\.\\sgada\\s${day}\\s${written}`] : []),
    ].map(compiled),
    withoutYear: [`${dayFirst}${noYear}`, `${monthFirst}${noYear}`].map(compiled),
  }
}

/** No spaces part the words; years are of the Buddhist era, or say of which. */
function thaiPatterns(weekday: string, month: string): DatePatterns {
  const date = `(?<weekday>${weekday})(?:ที่)?\\s?(?<day>\\d{1,2})\\s?(?<month>${month})`
  return {
    withYear: [compiled(`${date}\\s?(?:(?:พ|ค)\\.\\s?ศ\\.)?\\s?(?<year>\\d{4})(?!\\d)`)],
    withoutYear: [compiled(`${date}(?!\\s?(?:(?:พ|ค)\\.|\\d))`)],
  }
}

function chinesePatterns(weekday: string, short: string): DatePatterns {
  const date = '(?<number>\\d{1,2})\\s?[月월]\\s?(?<day>\\d{1,2})\\s?[日일]'
  const tails = [`[\\s,，、]*[（(]?(?<weekday>${weekday})`, `[（(](?<weekday>${short})[）)]`]
  return {
    withYear: tails.map((tail) => compiled(`(?<year>\\d{4})\\s?[年년]\\s?${date}${tail}`)),
    withoutYear: tails.map((tail) => compiled(`(?<![年년]\\s?|\\d)${date}${tail}`)),
  }
}

function compiled(source: string): RegExp {
  return new RegExp(source, 'dgiu')
}
