import { type Html, html, type StatusCounts, type StatusView } from 'colophon'

/** A bar for the eye, and beside it the same in words. */
export function progress(counts: StatusCounts, { t, formats }: StatusView): Html {
  const { words, translatedWords, outdatedWords, missingWords } = counts
  const part = (name: string, width: number): Html | false => width > 0 && html`<span class="${name}" style="flex-grow: ${width}"></span>`
  const tag = (name: string, label: string, count: number): Html | false =>
    count > 0 && html`<span class="tag ${name}">${label} <b>${formats.number(count)}</b></span> `
  return html`<div class="progress"><span class="bar" aria-hidden="true">${part('translated', translatedWords)}${part('outdated', outdatedWords)}${part('missing', missingWords)}</span>
<p><strong>${formats.percent(share(counts))}</strong> ${t('status.wordsOf', { done: translatedWords, all: words })} ${tag('outdated', t('status.outdated'), outdatedWords)}${tag('missing', t('status.missing'), missingWords)}</p></div>`
}

/** Of the words, in whole hundredths rounded down, so that 1 is complete. */
function share({ units, translated, words, translatedWords }: StatusCounts): number {
  if (units === translated) return 1
  return words === 0 ? 0 : Math.min(99, Math.floor((100 * translatedWords) / words)) / 100
}

/** What the page's readers call a language, and what its speakers do, where that differs. */
export function languageTitle(tag: string, { locales, formats }: StatusView, href: string | null): Html {
  const own = locales.find((one) => one.tag === tag)
  const name = own === undefined ? tag : formats.displayName(own.tag)
  const isSame = own === undefined || own.name.toLowerCase() === name.toLowerCase()
  const title = href === null ? name : html`<a href="${href}">${name}</a>`
  return html`${title}${!isSame && html` <bdi class="quiet" lang="${own.tag}" dir="${own.dir}">${own.name}</bdi>`}`
}
