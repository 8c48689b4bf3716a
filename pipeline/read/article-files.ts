import type { ArticleId } from '../model/article.ts'
import type { Finding } from '../model/finding.ts'
import { isActiveName } from './active-name.ts'
import { type Found, hidden } from './list-folder.ts'
import { linkNote, note } from './note.ts'
import { isSecretName } from './secret-name.ts'
import type { ArticleFile } from './site-files.ts'

/** First folders of addresses that are no articles. */
const reserved = new Set(['tag', 'author', 'page', '404'])

/** A folder of addresses with such a name would stand where a file stands: `en/feed.xml`. */
const fileName = /\.(?:html?|xml|json|txt)$/i

/** Bytes of UTF-8: with locale, slug and prefix a key of S3 has 1,024. */
const longest = 600

/** Sort the files below `articles/` into articles and their pictures. An article that exists twice counts once, as `<id>.md`. */
export function articleFiles(found: readonly Found[]): { articles: ArticleFile[]; assets: string[]; findings: Finding[] } {
  const articles = new Map<ArticleId, ArticleFile>()
  const assets: string[] = []
  const findings: Finding[] = []
  for (const { path, kind } of inReadingOrder(found)) {
    const markdown = path.endsWith('.md')
    if (hidden(path)) {
      if (markdown) findings.push(note('ignored-file', 'info', path, 'A file or folder whose name begins with a dot is passed over.'))
    } else if (kind === 'link') findings.push(linkNote(path))
    else if (markdown) addArticle(path, articles, findings)
    else if (isSecretName(path))
      findings.push(
        note('ignored-file', 'warning', path, 'A file that looks like credentials is never published; take it out of the site.'),
      )
    else if (isActiveName(path))
      findings.push(note('ignored-file', 'warning', path, 'A file that a browser would run is never published; take it out of the site.'))
    else assets.push(path)
  }
  return { articles: [...articles.values()].sort((a, b) => (a.id < b.id ? -1 : 1)), assets, findings }
}

/** `a.md` before `a/index.md`, whatever sorts between them. */
function inReadingOrder(found: readonly Found[]): Found[] {
  const isIndex = ({ path }: Found): boolean => path.endsWith('/index.md')
  return [...found.filter((file) => !isIndex(file)), ...found.filter(isIndex)]
}

function addArticle(path: string, articles: Map<ArticleId, ArticleFile>, findings: Finding[]): void {
  const id = path.slice('articles/'.length).replace(/(?:^|\/)index\.md$|\.md$/, '') as ArticleId
  const mistake = mistakeIn(id)
  const other = articles.get(id)
  if (mistake !== null) findings.push({ ...note('article-id', 'error', path, mistake), ...(id === '' ? {} : { article: id }) })
  else if (other !== undefined)
    findings.push({
      ...note('duplicate-article', 'error', path, `The article \`${id}\` is already in ${other.path}: keep one of them.`),
      article: id,
    })
  else articles.set(id, { id, path })
}

function mistakeIn(id: string): string | null {
  const [first = '', ...more] = id.split('/')
  const folder = [first, ...more].slice(0, -1).find((name) => fileName.test(name))
  if (id === '') return 'An article needs a name of its own: `articles/<id>.md` or `articles/<id>/index.md`.'
  if (reserved.has(first.toLowerCase()))
    return `Unexpected \`${first}\` as the first part of an article's path: it is reserved. Move the file.`
  if (folder !== undefined)
    return `Unexpected \`${folder}\` as the name of a folder of articles: files of the site are called so. Rename the folder.`
  if (Buffer.byteLength(id) > longest)
    return `Unexpected length of the path of an article, expected at most ${longest} bytes. Move or rename the file.`
  if (/[\u0000-\u001f\u007f\\]/.test(id)) return 'Unexpected control character or backslash in the name of an article. Rename the file.'
  if (id !== id.normalize('NFC')) return 'Unexpected decomposed letters in the name of an article, expected Unicode NFC. Rename the file.'
  return null
}
