import { InvalidArgumentError } from 'commander'
import type { Command as ColophonCommand } from '../context.ts'
import type { CommonOptions } from '../options.ts'
import type { RunOptions } from '../run.ts'

/** Commands are loaded late: help needs none of them. */
export type Act = <Options extends CommonOptions>(
  load: () => Promise<ColophonCommand<Options>>,
  options: Options & RunOptions,
) => Promise<void>

/** Options as commander collects them: a switch that isn't there has no value. */
export type Given<Options extends CommonOptions> = Partial<Omit<Options, 'locales' | 'articles' | Needed>> &
  Pick<Options, Needed & keyof Options> &
  GivenCommon

/** Options that have a default, or must be given. */
type Needed = 'format' | 'out' | 'port'

interface GivenCommon {
  readonly root: string
  readonly locale?: readonly string[]
  readonly article?: readonly string[]
  readonly json?: boolean
  readonly quiet?: boolean
}

export function common({ root, locale = [], article = [], json = false, quiet = false }: GivenCommon): CommonOptions & RunOptions {
  return { root, locales: locale, articles: article, json, quiet }
}

export function examples(...lines: readonly string[]): string {
  return `\nExamples:\n${lines.map((line) => `  colophon ${line}`).join('\n')}`
}

/** An empty name is refused: an unset variable must not mean the working directory. */
export function named(value: string): string {
  if (value.trim() === '') throw new InvalidArgumentError('It is empty.')
  return value
}

/** An empty list is refused: an unset variable must not mean everything. */
export function list(value: string, before: readonly string[] = []): string[] {
  const items = value.split(',').map((item) => item.trim())
  if (items.includes('')) throw new InvalidArgumentError('It is empty.')
  return [...before, ...items]
}
