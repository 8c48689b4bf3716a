import type { Severity } from '../../model/finding.ts'
import type { PageRuleName } from './page-rules.ts'

/** What is wrong with one page, before anybody knows where it is mended. */
export interface PageHit {
  readonly rule: PageRuleName
  readonly message: string
  readonly evidence: Evidence
  /** Where the hits of one rule differ; the rule's own otherwise. */
  readonly severity?: Severity
}

/** What was seen on the page, to look for in the article, its catalog and the templates. */
export interface Evidence {
  /** Text of the page, entities decoded. */
  readonly words?: string
  /** Of an element. */
  readonly id?: string
  /** An address as the page has it. */
  readonly address?: string
  /** Literal markup that a template may hold, the likeliest first. */
  readonly markup?: readonly string[]
  /** Where on the page; what is in its head no article writes. */
  readonly part: 'head' | 'body'
}
