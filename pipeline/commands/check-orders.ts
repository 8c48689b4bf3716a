import type { ArticleId } from '../model/article.ts'
import { Failure, type FailureText } from '../model/failure.ts'
import type { ArticleChecker, CheckedArticle } from './article-checker.ts'
import type { ArticleFacts } from './article-facts.ts'
import type { SiteFacts } from './gather-site.ts'
import type { KnownUnits } from './unit-memory.ts'

/** What a thread that helps with a check is asked for. */
export type Order =
  | { readonly kind: 'facts'; readonly ids: readonly ArticleId[]; readonly disputed: ReadonlySet<string> }
  | { readonly kind: 'learn'; readonly facts: SiteFacts | null }
  | { readonly kind: 'check'; readonly articles: readonly (readonly [ArticleId, KnownUnits])[] }

export type Answer =
  | { readonly kind: 'facts'; readonly results: readonly (readonly [ArticleId, ArticleFacts])[] }
  | { readonly kind: 'learnt' }
  | { readonly kind: 'checked'; readonly results: readonly (readonly [ArticleId, CheckedArticle])[] }
  /** It can't go on, and neither can the check. */
  | { readonly kind: 'failed'; readonly code: string; readonly text: FailureText }

/** Do as ordered. A failure is an answer: thrown across threads it would lose its code. */
export async function answerTo(order: Order, checker: ArticleChecker): Promise<Answer> {
  try {
    switch (order.kind) {
      case 'facts':
        return { kind: 'facts', results: await each(order.ids, async (id) => [id, await checker.facts(id, order.disputed)] as const) }
      case 'learn':
        checker.learn(order.facts)
        return { kind: 'learnt' }
      case 'check':
        return {
          kind: 'checked',
          results: await each(order.articles, async ([id, units]) => [id, await checker.check(id, units)] as const),
        }
    }
  } catch (error) {
    if (error instanceof Failure) return { kind: 'failed', code: error.code, text: error.text }
    throw error
  }
}

async function each<Item, Result>(items: readonly Item[], work: (item: Item) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = []
  for (const item of items) results.push(await work(item))
  return results
}
