import { readArticle } from '../../pipeline/article/read-article.ts'
import type { Article, ArticleId, ReadArticle } from '../../pipeline/model/article.ts'
import { blobDigest } from '../../pipeline/model/digest.ts'
import { type Locale, parseLocale } from '../../pipeline/model/locale.ts'
import type { LocaleSettings } from '../../pipeline/model/site.ts'

export const frontMatter = '---\ntitle: A title\ndescription: A standfirst\ndate: 2026-07-21\nauthors: [Ada Byron]\n---\n'

export function locale(tag: string): Locale {
  const parsed = parseLocale(tag)
  if (parsed === null) throw new Error(`${tag} is no locale`)
  return parsed
}

export function settings(tag: string): LocaleSettings {
  return { tag: locale(tag), fallback: [], incomplete: 'hold', calendar: null, numberingSystem: null }
}

/** Read an article from its text, for a site in English, Italian and Arabic. */
function readText(text: string, id = 'talks'): ReadArticle {
  const source = { path: `articles/${id}.md`, text, digest: blobDigest(Buffer.from(text)) }
  return readArticle(id as ArticleId, source, {
    sourceLocale: locale('en'),
    timeZone: 'Europe/Brussels',
    locales: ['en', 'it', 'ar'].map(settings),
  })
}

export function articleOf(text: string): Article {
  const read = readText(text)
  if (read.kind === 'broken') throw new Error(JSON.stringify(read.findings))
  return read.article
}

export function articleOfBody(body: string): Article {
  return articleOf(frontMatter + body)
}
