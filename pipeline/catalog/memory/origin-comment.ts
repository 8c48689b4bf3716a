import type { ArticleId } from '../../model/article.ts'

/** Where a suggested translation comes from, as a `#.` comment: ` From 2026/11/talks`. It stays when the words are confirmed. */
export function originComment(article: ArticleId): string {
  return ` From ${article}`
}

/** One word behind it, an article's id: no sentence that somebody else put there. */
export function isOriginComment(extracted: string): boolean {
  return /^ From \S+$/.test(extracted)
}
