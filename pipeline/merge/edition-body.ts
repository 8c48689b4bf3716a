import type { Edition, Publication, Words } from '../model/edition.ts'
import { Html } from '../model/html.ts'
import { direction } from '../model/locale.ts'
import { escapeAttribute } from './escape-attribute.ts'
import { fill } from './fill.ts'
import type { InlineContext } from './inline-context.ts'
import { isUntranslated } from './is-untranslated.ts'
import { shownWords } from './shown-words.ts'
import type { Translate } from './site-words.ts'
import { unitHtml, unitPlainText } from './unit-html.ts'

export interface BodyContext {
  readonly publication: Publication
  readonly t: Translate
  /** A date as written (`2026-11-03`) in the edition's own calendar and digits. */
  readonly date: (date: string) => string
  readonly number: InlineContext['number']
  readonly link: InlineContext['link']
  readonly picture: InlineContext['picture']
}

/** The body that readers of an edition get: safe HTML, in which words that aren't current say so in the reader's language. */
export function editionBody(edition: Edition, { publication, t, date, number, link, picture }: BodyContext): Html {
  const { skeleton } = edition.article
  const context: InlineContext = { footnotes: skeleton.footnotes, marks: new Map(), number, link, picture }
  const shown = (index: number): Words => shownWords(edition, index, publication)
  const untranslated = isUntranslated(edition, publication)
  const unit = (index: number): string => {
    const words = shown(index)
    const own = unitHtml(words.text, context)
    return untranslated ? originalHtml(words, own) : markedHtml(edition, index, words, own, t)
  }
  return new Html(
    fill(skeleton, {
      unit,
      text: (index) => unitPlainText(shown(index).text),
      // A translator keeps a quoted post in its own words by repeating them.
      original: (index) => shown(index).text === edition.article.units[index]?.text,
      label: t,
      date,
      context,
    }),
  )
}

/** Where nothing is translated, a notice at each paragraph would say again and again what the page says at its head. */
function originalHtml({ locale }: Words, html: string): string {
  return `<span class="original" lang="${locale}" dir="${direction(locale)}">${html}</span>`
}

function markedHtml(edition: Edition, index: number, words: Words, html: string, t: Translate): string {
  if (words.origin === 'source' || words.origin === 'translated') return html
  const foreign = words.locale === edition.locale ? '' : ` lang="${words.locale}" dir="${direction(words.locale)}"`
  const kind = edition.article.units[index]?.kind
  // A notice in each cell or heading would drown the text; these have their mark, and the page says how many there are.
  const says = kind === 'paragraph' || kind === 'list item'
  const text = t(words.origin === 'outdated' ? 'outdatedNotice' : 'missingNotice')
  const notice = says
    ? ` <span class="notice" lang="${edition.locale}" dir="${direction(edition.locale)}">${escapeAttribute(text)}</span>`
    : ''
  return `<span class="${words.origin}"><span${foreign}>${html}</span>${notice}</span>`
}
