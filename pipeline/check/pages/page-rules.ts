import type { PageRule } from '../rule.ts'

/** What is wrong with pages as readers, search engines and feed readers get them. Named here, so that `publish` needs no parser for the names. */
export const pageRules = [
  page('unpublished-leak', 'error'),
  page('dead-link', 'error'),
  page('page-language', 'error'),
  page('page-direction', 'error'),
  page('foreign-passage', 'warning'),
  page('hreflang', 'error'),
  page('canonical', 'error'),
  page('structured-data', 'error'),
  page('feed-entries', 'error'),
  page('sitemap-entries', 'error'),
  page('raw-words', 'error'),
  page('duplicate-id', 'error'),
  page('page-headings', 'warning'),
  page('picture-text', 'error'),
  page('picture-size', 'warning'),
  page('page-title', 'warning'),
  page('page-weight', 'warning', { kilobytes: 'number' }),
] as const

export type PageRuleName = (typeof pageRules)[number]['name']

function page<Name extends string>(name: Name, severity: PageRule['severity'], options: PageRule['options'] = {}) {
  return { kind: 'page', name, severity, options } as const satisfies PageRule
}
