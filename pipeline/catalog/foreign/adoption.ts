import type { ArticleId, Unit } from '../../model/article.ts'
import type { Fit } from './fit.ts'
import type { ForeignText } from './foreign-text.ts'

/** An article that another system may have translated. */
export interface AdoptingArticle {
  readonly id: ArticleId
  readonly units: readonly Unit[]
}

/** A unit that has no text yet. */
export interface OpenUnit {
  readonly article: ArticleId
  readonly unit: Unit
}

/** Which units have found a text so far, and which texts a unit. */
export class Adoption {
  readonly articles: readonly AdoptingArticle[]
  readonly texts: readonly ForeignText[]
  readonly fits = new Map<Unit, Fit>()
  readonly homes = new Map<ForeignText, Set<ArticleId>>()

  constructor(articles: readonly AdoptingArticle[], texts: readonly ForeignText[]) {
    this.articles = articles
    this.texts = texts
  }

  give({ article, unit }: OpenUnit, fit: Fit): void {
    this.fits.set(unit, fit)
    for (const text of fit.texts) {
      const homes = this.homes.get(text)
      if (homes === undefined) this.homes.set(text, new Set([article]))
      else homes.add(article)
    }
  }

  /** In reading order. A repeated text shares the message of the first one; a slug is a name. */
  open(): OpenUnit[] {
    return this.articles.flatMap(({ id, units }) =>
      units.flatMap((unit) => (unit.repeat > 0 || unit.kind === 'slug' || this.fits.has(unit) ? [] : [{ article: id, unit }])),
    )
  }

  /** Those that somebody finished. */
  homeless(): ForeignText[] {
    return this.texts.filter((text) => text.current && !this.homes.has(text))
  }
}
