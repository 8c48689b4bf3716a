import type { Html } from '../model/html.ts'
import { direction, type Locale } from '../model/locale.ts'
import type { Counts } from '../model/status-report.ts'
import { html } from '../render/html.ts'

const numbers = new Intl.NumberFormat('en')
const dates = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })
const names = new Intl.DisplayNames('en', { type: 'language' })

/** "1,204" */
export function inWords(count: number): string {
  return numbers.format(count)
}

/** @param time ISO 8601 */
export function longDate(time: string): Html {
  return html`<time datetime="${time}">${dates.format(new Date(time))}</time>`
}

export function localeName(locale: Locale): string {
  return names.of(locale) ?? locale
}

/** What its speakers call a language, where that isn't its English name. */
export function ownName(locale: Locale): Html | false {
  const own = new Intl.DisplayNames(locale, { type: 'language' }).of(locale) ?? locale
  return own !== localeName(locale) && html`<bdi class="quiet" lang="${locale}" dir="${direction(locale)}">${own}</bdi>`
}

/** A bar for the eye, and beside it the same in words. */
export function progressBar(counts: Counts): Html {
  const { translatedWords, outdatedWords, missingWords } = counts
  const part = (name: string, words: number): Html | false => words > 0 && html`<span class="${name}" style="flex-grow: ${words}"></span>`
  const more = [
    outdatedWords > 0 && html`<span class="tag outdated">${inWords(outdatedWords)} outdated</span>`,
    missingWords > 0 && html`<span class="tag missing">${inWords(missingWords)} missing</span>`,
  ]
  return html`<div class="progress"><span class="bar" aria-hidden="true">${part('translated', translatedWords)}${part('outdated', outdatedWords)}${part('missing', missingWords)}</span>
<p><strong>${percent(counts)}%</strong> ${inWords(translatedWords)} of ${inWords(counts.words)} words ${more}</p></div>`
}

/** Of the words; rounded down, so that 100 is complete. */
function percent({ units, translated, words, translatedWords }: Counts): number {
  if (units === translated) return 100
  return words === 0 ? 0 : Math.min(99, Math.floor((100 * translatedWords) / words))
}
