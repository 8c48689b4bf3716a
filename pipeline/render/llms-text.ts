import type { Card } from '../model/edition.ts'
import type { Addresses } from './addresses.ts'
import { indexable } from './alternates.ts'
import type { SiteView } from './page-view.ts'

/** Articles that it names in each language. */
const latest = 100

/**
 * `llms.txt` (llmstxt.org): where language models find the latest articles as Markdown, in each language.
 *
 * @param cards of each locale, newest first
 */
export function llmsText(cards: ReadonlyMap<Card['locale'], readonly Card[]>, { name, locales }: SiteView, to: Addresses): string {
  const sections = locales.map(({ tag, name: language }) => {
    const own = (cards.get(tag) ?? []).filter(indexable).slice(0, latest)
    return `## ${plain(language)}\n\n${own.map((card) => link(card.title, to.twin(card).url, card.description)).join('')}`
  })
  const feeds = locales.map(({ tag, name: language }) => link(`${language}: Atom`, to.feeds(tag, null).atom.url))
  return `# ${plain(name)}\n\n${sections.join('\n')}\n## Optional\n\n${link('Sitemap', to.sitemap().url)}${feeds.join('')}`
}

function link(title: string, url: string, description = ''): string {
  return `- [${plain(title)}](${url})${description === '' ? '' : `: ${plain(description)}`}\n`
}

/** One line in which nothing is markup. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>#&]/g, '\\$&')
}
