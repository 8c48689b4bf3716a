import { expect, test } from 'vitest'
import { ArticleChecker } from '../../pipeline/commands/article-checker.ts'
import { answerTo } from '../../pipeline/commands/check-orders.ts'
import type { Newsroom } from '../../pipeline/commands/newsroom.ts'
import type { ArticleId } from '../../pipeline/model/article.ts'
import { Failure } from '../../pipeline/model/failure.ts'

class Failing extends ArticleChecker {
  readonly #error: Error

  constructor(error: Error) {
    super({} as Newsroom)
    this.#error = error
  }

  override facts(): Promise<never> {
    return Promise.reject(this.#error)
  }
}

const order = { kind: 'facts', ids: ['a' as ArticleId], disputed: new Set<string>() } as const

test('a failure reaches the other thread with its code and all its text', async () => {
  const text = { exit: 3, what: 'The disk is full.', next: 'Make room.' } as const
  expect(await answerTo(order, new Failing(new Failure('disk-failed', text)))).toEqual({ kind: 'failed', code: 'disk-failed', text })
})

test('what is no failure is a bug, and thrown', async () => {
  await expect(answerTo(order, new Failing(new TypeError('no')))).rejects.toThrow('no')
})
