import type { PageFacts } from './page-facts.ts'
import type { PageHit } from './page-hit.ts'

/** Headings by which a page is listened to: one of the first level, none two levels below the one before it, none without words. */
export function headingHits({ headings, noindex }: PageFacts): PageHit[] {
  const hits: PageHit[] = []
  const firsts = headings.filter(({ level }) => level === 1)
  if (firsts.length === 0 && !noindex) hits.push(hit('Unexpected page without a heading of the first level, expected one `<h1>`', 1))
  const second = firsts[1]
  if (second !== undefined) hits.push(hit(`Unexpected second \`<h1>\`, “${second.text}”, expected one a page`, 1))
  let before = 0
  for (const { level, text } of headings) {
    if (text === '') hits.push(hit(`Unexpected \`<h${level}>\` without words`, level))
    if (before > 0 && level > before + 1)
      hits.push(hit(`Unexpected \`<h${level}>\` “${text}” behind \`<h${before}>\`, expected \`<h${before + 1}>\``, level))
    before = level
  }
  return hits
}

/** An article's own headings are in order: that was judged in the article. */
function hit(message: string, level: number): PageHit {
  return { rule: 'page-headings', message, evidence: { part: 'body', markup: [`<h${level}`] } }
}
