import { type Digest, digest } from '../model/digest.ts'
import type { Locale } from '../model/locale.ts'
import type { FileDigests } from '../read/file-digests.ts'
import type { SiteView } from './article-knowledge.ts'
import type { Newsroom } from './newsroom.ts'

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
      case 'picture':
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
