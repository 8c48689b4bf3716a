import { noKnowledge } from '../check/knowledge.ts'
import type { Said } from '../check/rule.ts'
import type { Locale } from '../model/locale.ts'
import type { SiteView } from './article-knowledge.ts'
import type { Questions } from './inquiry.ts'
import type { Newsroom } from './newsroom.ts'
import { reachIn } from './reach.ts'

/** The view of the site, and what was asked through it so far. */
export function listen(room: Newsroom, view: SiteView): { readonly view: SiteView; readonly asked: () => Questions } {
  const asked = new Map<string, Set<string>>()
  const note = (topic: string, about: string) => {
    const before = asked.get(topic)
    if (before === undefined) asked.set(topic, new Set([about]))
    else before.add(about)
  }
  return {
    view: listened(room, view, note),
    asked: () => Object.fromEntries([...asked].map(([topic, about]) => [topic, [...about]])),
  }
}

type Note = (topic: string, about: string) => void

function listened(room: Newsroom, { said, names }: SiteView, note: Note): SiteView {
  const { articles, assets, headingsIn, isSecret, pictureFault } = reachIn(room)
  const noting = <Answer>(topic: string, answer: (about: string) => Answer) => {
    return (about: string) => {
      note(topic, about)
      return answer(about)
    }
  }
  return {
    reach: {
      articles: { has: noting('article', (path) => articles.has(path)) },
      assets: { has: noting('asset', (path) => assets.has(path)) },
      headingsIn: noting('headings', headingsIn),
      isSecret: noting('secret', isSecret),
      pictureFault: noting('picture', pictureFault),
    },
    dictionaries: { of: (locale) => noting('dictionary', () => room.dictionaries.of(locale))(locale) },
    ...(said && {
      said: (rule: string, locale: Locale, key: string): readonly Said[] =>
        noting(`said ${locale} ${rule}`, (about) => said(rule, locale, about))(key),
    }),
    ...(names && {
      names: {
        get(locale: Locale) {
          const counts = names.get(locale) ?? noKnowledge.names
          return {
            countOf: noting(`count ${locale}`, (name) => counts.countOf(name)),
            near: noting(`near ${locale}`, (name) => counts.near(name)),
          }
        },
      },
    }),
  }
}
