import type { LocaleView, PageView } from './page-view.ts'

/** The pages of a list: all of a locale's editions. */
export interface IndexView extends PageView {
  /** Newest first. */
  readonly items: readonly CardView[]
  /** From 1. */
  readonly page: number
  readonly pages: number
  /** On all pages together. */
  readonly count: number
  readonly newer: string | null
  readonly older: string | null
}

/** The editions with one tag. */
export interface TagView extends IndexView {
  /** As readers of this locale know it. */
  readonly label: string
}

/** The editions by one author. */
export interface AuthorView extends IndexView {
  readonly name: string
}

export interface CardView {
  readonly path: string
  readonly title: string
  /** Its language, where that isn't the page's. */
  readonly titleLang: LocaleView | null
  readonly description: string
  /** Its language, where that isn't the page's. */
  readonly descriptionLang: LocaleView | null
  readonly date: Date
  readonly updated: Date | null
  readonly authors: readonly string[]
  readonly tags: readonly string[]
}
