import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { articleId } from './composition.ts'
import { articleFile, type Corpus, write } from './corpus.ts'
import type { Vocabulary } from './vocabulary.ts'

/** `equal` to ours, or as plain as many sites are: pages, lists by page, RSS, sitemap, but no lists of tags and authors, related articles and full feeds. */
export type HugoSite = 'equal' | 'plain'

/**
 * Writes the corpus as a site for Hugo, equal to what Colophon makes of it: the same pages, addresses, language switcher, alternates,
 * lists of tags and authors, related articles, feeds with full texts, sitemap and stylesheet. Hugo reads no PO files: it gets the translations as Markdown.
 *
 * @param stylesheet the file that both sites use
 */
export function writeHugoSite(
  root: string,
  { source, translations, compositions }: Corpus,
  stylesheet: string,
  kind: HugoSite = 'equal',
): void {
  const languages = [source, ...translations]
  write(join(root, 'config.json'), JSON.stringify({ ...config(languages), ...(kind === 'plain' && plain) }, null, 2))
  for (const { locale } of languages) write(join(root, 'i18n', `${locale}.json`), JSON.stringify(words))
  cpSync(join(import.meta.dirname, 'hugo'), join(root, 'layouts'), { recursive: true })
  cpSync(stylesheet, join(root, 'assets', 'style.css'))
  const link = (article: number) => `{{< relref "/${articleId(article)}.md" >}}`
  for (const composition of compositions()) {
    for (const language of languages) {
      write(join(root, 'content', language.locale, `${composition.id}.md`), articleFile(composition, language, link))
    }
  }
}

function config(languages: readonly Vocabulary[]): object {
  return {
    baseURL: 'https://news.example/',
    title: 'Strait & Sound',
    timeZone: 'Europe/Brussels',
    defaultContentLanguage: languages[0]?.locale,
    defaultContentLanguageInSubdir: true,
    disableKinds: ['section', 'taxonomy'],
    ignoreErrors: ['error-disable-taxonomy'],
    params: { related: true },
    taxonomies: { tag: 'tags', author: 'authors' },
    permalinks: { tags: '/tag/:slug/', authors: '/author/:slug/' },
    // Authors have no feeds.
    cascade: [{ _target: { kind: 'term', path: '/authors/**' }, outputs: ['HTML'] }],
    // The latest on the same tags, as on our pages.
    related: { threshold: 1, includeNewer: false, indices: [{ name: 'tags', weight: 80 }] },
    enableRobotsTXT: true,
    paginate: 20,
    outputFormats: {
      atom: { mediaType: 'application/atom+xml', baseName: 'feed', isPlainText: false },
      RSS: { mediaType: 'application/rss+xml', baseName: 'rss' },
      JSON: { mediaType: 'application/json', baseName: 'feed', isPlainText: true },
    },
    mediaTypes: { 'application/atom+xml': { suffixes: ['xml'] } },
    outputs: { home: ['HTML', 'atom', 'RSS', 'JSON'], term: ['HTML', 'atom', 'RSS', 'JSON'], page: ['HTML'] },
    markup: { goldmark: { extensions: { linkify: false, typographer: false } } },
    languages: Object.fromEntries(
      languages.map(({ locale }, index) => [
        locale,
        {
          contentDir: `content/${locale}`,
          weight: index + 1,
          languageName: new Intl.DisplayNames([locale], { type: 'language' }).of(locale),
          languageDirection: ['ar', 'fa', 'he'].includes(locale) ? 'rtl' : 'ltr',
        },
      ]),
    ),
  }
}

const plain = {
  disableKinds: ['section', 'taxonomy', 'term'],
  params: { related: false },
  outputs: { home: ['HTML', 'RSS'], page: ['HTML'] },
}

const words = {
  articles: 'articles',
  author: 'Author',
  by: 'By',
  chooseLanguage: 'All languages',
  colophon: 'About this translation',
  feed: 'Feed',
  home: 'Home',
  languages: 'Languages',
  latest: 'Latest',
  newer: 'Newer',
  next: 'Next article',
  notFound: 'Not found',
  older: 'Older',
  onward: 'More articles',
  original: 'Read the original',
  pages: 'Pages',
  previous: 'Previous article',
  published: 'Published',
  related: 'Earlier on this subject',
  skipToContent: 'Skip to content',
  tag: 'Topic',
  tags: 'Topics',
  translationCredit: 'Translation: Translation Service of Withub',
}
