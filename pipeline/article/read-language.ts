import type { Locale } from '../model/locale.ts'
import type { Site } from '../model/site.ts'
import type { Source } from '../model/source.ts'
import { splitFrontMatter } from './front-matter-block.ts'
import { readFrontMatter } from './read-front-matter.ts'
import { writtenIn } from './written-in.ts'

/** The language that an article is written in, its body unread; null where its front matter is broken or names none that is one. */
export function readLanguage({ path, text }: Source, { sourceLocale, locales }: Pick<Site, 'sourceLocale' | 'locales'>): Locale | null {
  const { yaml } = splitFrontMatter(text)
  const written = yaml === null ? null : readFrontMatter(path, text, yaml).written
  if (written === null) return null
  const tags = locales.map(({ tag }) => tag)
  return written.lang === undefined ? sourceLocale : (writtenIn(written.lang, tags)?.locale ?? null)
}
