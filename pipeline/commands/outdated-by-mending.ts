import type { Edition } from '../model/edition.ts'
import type { Context } from './context.ts'
import { counted } from './counted.ts'
import type { Newsroom } from './newsroom.ts'
import { type Prepared, prepareArticle } from './prepare-article.ts'

/**
 * Tell how many translations were current until their source was mended.
 *
 * They stay as they are: that a mended sentence still means what its translation says, only a translator can vouch for.
 *
 * @param before what mended files said, by path
 */
export async function tellOutdated(room: Newsroom, before: ReadonlyMap<string, string>, { stderr }: Context): Promise<void> {
  const lost = new Map<string, number>()
  for (const path of before.keys()) {
    const id = room.articleAt.get(path)
    if (id === undefined) continue
    const now = currentIn(await prepareArticle(room, id, 'none'))
    const then = currentIn(await prepareArticle({ ...room, unsaved: before }, id, 'none'))
    for (const [locale, count] of then) lost.set(locale, (lost.get(locale) ?? 0) + count - (now.get(locale) ?? 0))
  }
  const outdated = [...lost].filter(([, count]) => count > 0)
  if (outdated.length === 0) return
  const all = outdated.reduce((sum, [, count]) => sum + count, 0)
  const where = outdated.map(([locale, count]) => `${locale} ${count}`).join(', ')
  stderr.write(
    `${counted(all, 'translation')} of mended texts ${all === 1 ? 'is' : 'are'} outdated now (${where}): \`sync\` tells the translators.\n`,
  )
}

/** How many translations are current, by locale. */
function currentIn({ editions }: Prepared): ReadonlyMap<string, number> {
  const translated = ({ words }: Edition) => words.filter(({ origin }) => origin === 'translated').length
  return new Map([...editions].map(([locale, edition]) => [locale, translated(edition)]))
}
