import type { Publication } from '../model/edition.ts'
import type { Html } from '../model/html.ts'
import type { ShownPicture } from '../model/picture.ts'
import type { CardView } from './list-view.ts'
import type { LocaleView, PageView } from './page-view.ts'

export interface ArticleView extends PageView {
  readonly title: Phrase
  readonly description: Phrase
  readonly place: Phrase | null
  readonly date: Date
  readonly updated: Date | null
  readonly corrections: readonly CorrectionView[]
  readonly authors: readonly string[]
  readonly tags: readonly string[]
  readonly image: PictureView | null
  /** The same in Markdown, root-relative; null where the site has no such twins. */
  readonly markdown: string | null
  /** Null where the site has none. */
  readonly socialCard: SocialCard | null
  readonly body: Html
  /** The language it was written in. */
  readonly sourceLocale: LocaleView
  /** Null for the source edition. */
  readonly credit: CreditView | null
  /** The published article before it in time; null for the oldest. */
  readonly previous: CardView | null
  /** The one after it; null for the latest. */
  readonly next: CardView | null
  /** Earlier ones on the same subjects. */
  readonly related: readonly CardView[]
  readonly publication: Exclude<Publication, 'held'>
  /** Whether all of it is the original, in the language that it was written in. */
  readonly untranslated: boolean
  /** Units whose words are those of an earlier source. */
  readonly outdated: number
  /** Units shown in another language. */
  readonly missing: number
}

/** A text of the front matter. */
export interface Phrase {
  readonly text: string
  /** Its language, where that isn't the page's. */
  readonly lang: LocaleView | null
  readonly origin: 'source' | 'translated' | 'outdated' | 'missing'
}

export interface PictureView extends ShownPicture {
  readonly alt: Phrase
  readonly caption: Phrase | null
  readonly credit: Phrase | null
}

/** A picture of an edition's title, shown where its page is shared. */
export interface SocialCard {
  /** Root-relative. */
  readonly src: string
  readonly alt: string
  /** Pixels. */
  readonly width: number
  readonly height: number
}

/** What was wrong in an earlier version. */
export interface CorrectionView {
  readonly date: Date
  readonly text: Phrase
}

/** Who translated an edition, from what. */
export interface CreditView {
  readonly team: string | null
  readonly translators: readonly string[]
  /** Null where the original isn't published. */
  readonly original: { readonly locale: LocaleView; readonly path: string; readonly url: string } | null
  /** Of the version that was translated. */
  readonly versionDate: Date | null
}
