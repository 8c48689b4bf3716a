import type { Site } from '../model/site.ts'
import type { Source } from '../model/source.ts'
import { splitFrontMatter } from './front-matter-block.ts'
import { parseInstant } from './instant.ts'
import { readFrontMatter } from './read-front-matter.ts'

/**
 * The date of an article, without the rest of it.
 *
 * Law: that of `readArticle`, where that one can read the article.
 */
export function readDate({ path, text }: Pick<Source, 'path' | 'text'>, { timeZone }: Pick<Site, 'timeZone'>): Date | null {
  const { yaml } = splitFrontMatter(text)
  if (yaml === null) return null
  const written = plainDate(text.slice(yaml.start, yaml.end)) ?? readFrontMatter(path, text, yaml).fields?.sound.date
  return written === undefined ? null : parseInstant(written, timeZone)
}

/** A line of its own, as nearly every article has it: YAML takes a hundred times as long. */
const line = /^date:[ \t]+(\d{4}-\d\d-\d\d(?:[T ][\d:.]+(?:Z|[+-][\d:]+)?)?)[ \t]*$/gm

/** Null where another line might have a say in it. */
function plainDate(yaml: string): string | null {
  const [found, ...more] = yaml.matchAll(line)
  return found === undefined || more.length > 0 || yaml.split('date').length > 2 + Number(/^updated:/m.test(yaml))
    ? null
    : (found[1] ?? null)
}
