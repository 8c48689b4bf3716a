import { noKnowledge } from '../check/knowledge.ts'
import type { Said } from '../check/rule.ts'
import { type Digest, digest } from '../model/digest.ts'
import type { Locale } from '../model/locale.ts'
import type { FileDigests } from '../read/file-digests.ts'
import type { SiteView } from './article-knowledge.ts'
import type { Newsroom } from './newsroom.ts'
import type { Reach } from './reach.ts'

/** What was asked of the rest of the site, by what it was about. */
export type Questions = Readonly<Record<string, readonly string[]>>

/**
 * What an article's findings depend on beyond its own files, as questions with answers.
 *
 * Law: who asked the same and was answered the same found the same. So findings are remembered with their questions, and hold while the answers do.
 */
export class Inquiry {
  readonly #room: Newsroom
  readonly #view: SiteView
  readonly #file: FileDigests
  /** By topic and question: many articles ask the same. */
  readonly #answers = new Map<string, string>()

  constructor(room: Newsroom, view: SiteView, file: FileDigests) {
    this.#room = room
    this.#view = view
    this.#file = file
  }

  /** Of the answers to all questions, as of now. */
  answers(questions: Questions): Digest {
    const topics = Object.entries(questions).sort(([a], [b]) => (a < b ? -1 : 1))
    return digest(topics.map(([topic, about]) => about.map((one) => this.#answer(topic, one)).join('\n')).join('\n\n'))
  }

  /** The view of the site, and what was asked through it so far. */
  listen(reach: Reach): { readonly view: SiteView; readonly asked: () => Questions } {
    const asked = new Map<string, Set<string>>()
    const note = (topic: string, about: string) => {
      const before = asked.get(topic)
      if (before === undefined) asked.set(topic, new Set([about]))
      else before.add(about)
    }
    return {
      view: listened(this.#room, { ...this.#view, reach }, note),
      asked: () => Object.fromEntries([...asked].map(([topic, about]) => [topic, [...about]])),
    }
  }

  #answer(topic: string, about: string): string {
    const name = `${topic}\n${about}`
    const known = this.#answers.get(name)
    if (known !== undefined) return known
    const answer = this.#findOut(topic, about)
    this.#answers.set(name, answer)
    return answer
  }

  #findOut(topic: string, about: string): string {
    const [kind = '', locale = '', rule = ''] = topic.split(' ')
    switch (kind) {
      case 'article':
        return String(this.#room.articleAt.has(about))
      case 'asset':
        return String(this.#room.assets.has(about))
      case 'headings':
      case 'secret':
        return String(this.#file(about))
      case 'dictionary':
        return this.#room.dictionaries.identityOf(about as Locale)
      case 'count':
        return String(this.#view.names?.get(locale as Locale)?.countOf(about) ?? 0)
      case 'near':
        return JSON.stringify(this.#view.names?.get(locale as Locale)?.near(about) ?? [])
      case 'said':
        return JSON.stringify(this.#view.said?.(rule, locale as Locale, about) ?? [])
      default:
        throw new RangeError(`nobody asks about ${topic}`)
    }
  }
}

type Note = (topic: string, about: string) => void

function listened(room: Newsroom, { reach, said, names }: SiteView & { readonly reach: Reach }, note: Note): SiteView {
  const { articles, assets, headingsIn, isSecret } = reach
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
