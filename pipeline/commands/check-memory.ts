import { join } from 'node:path'
import { Remembered } from '../cache/remembered.ts'
import type { ArticleId } from '../model/article.ts'
import { type Digest, digest } from '../model/digest.ts'
import type { Finding } from '../model/finding.ts'
import { type FileDigests, fileDigests } from '../read/file-digests.ts'
import { programDigest } from '../read/program-digest.ts'
import type { ArticleFacts } from './article-facts.ts'
import type { ArticleRecord } from './article-record.ts'
import type { Questions } from './inquiry.ts'
import type { Newsroom } from './newsroom.ts'
import type { KnownUnits } from './unit-memory.ts'

interface Entry {
  /** Of all that the rest was made from, but what was asked of other articles. */
  readonly inputs: Digest
  /** Of what all articles are checked by: the house style, the configuration, the program. */
  readonly house: Digest
  /** As of the last check: they hold for as long as the house does, whatever became of the article. */
  readonly units?: KnownUnits
  readonly facts?: ArticleFacts
  readonly checked?: { readonly asked: Questions; readonly answers: Digest; readonly record: ArticleRecord }
}

/** Of the shape of what is written here. */
const version = '2'

/**
 * What earlier checks of a site found, in `.colophon/check.json`, which may be deleted at any time.
 *
 * Law: with it or without, a check finds the same. Everything that can change a finding is in the digest of its inputs or among its questions.
 */
export class CheckMemory {
  readonly #remembered: Remembered<Entry>
  readonly #room: Newsroom
  readonly file: FileDigests
  readonly #house: Digest

  private constructor(room: Newsroom, file: FileDigests) {
    const { site, files } = room
    this.#room = room
    this.file = file
    this.#remembered = new Remembered(join(room.root, '.colophon/check.json'), version)
    const house = files.house.map((path) => [path, file(path)])
    this.#house = digest(JSON.stringify([programDigest(), { ...site, rules: [...site.rules] }, house]))
  }

  /** @throws {Failure} `disk-failed` */
  static async open(room: Newsroom): Promise<CheckMemory> {
    return new CheckMemory(room, await fileDigests(room.root, ['articles', 'locales']))
  }

  facts(id: ArticleId): ArticleFacts | undefined {
    return this.#entry(id)?.facts
  }

  setFacts(id: ArticleId, facts: ArticleFacts): void {
    this.#set(id, { facts })
  }

  /** @param answers to questions, as of now */
  record(id: ArticleId, answers: (questions: Questions) => Digest): ArticleRecord | null {
    const checked = this.#entry(id)?.checked
    return checked !== undefined && answers(checked.asked) === checked.answers ? checked.record : null
  }

  setRecord(id: ArticleId, checked: NonNullable<Entry['checked']>, units: KnownUnits): void {
    this.#set(id, { checked, units })
  }

  /** What was found in the units that the article had: an unchanged one is never checked again. */
  units(id: ArticleId): KnownUnits {
    const entry = this.#remembered.get(id)
    return entry?.house === this.#house ? (entry.units ?? {}) : {}
  }

  /** What is wrong with the files of the house style. */
  houseFindings(): readonly Finding[] | undefined {
    const entry = this.#remembered.get(houseName)
    return entry?.inputs === this.#house ? entry.checked?.record.findings : undefined
  }

  setHouseFindings(findings: readonly Finding[]): void {
    const record = { readable: true, findings, notes: [], words: [], catalogs: [], addresses: [] }
    this.#remembered.set(houseName, { inputs: this.#house, house: this.#house, checked: { asked: {}, answers: this.#house, record } })
  }

  /** @returns why nothing can be remembered; null where it was */
  save(): string | null {
    this.#remembered.keep(new Set([houseName, ...this.#room.files.articles.map(({ id }) => id)]))
    return this.#remembered.save()
  }

  #entry(id: ArticleId): Entry | undefined {
    const entry = this.#remembered.get(id)
    return entry !== undefined && entry.inputs === this.#inputs(id) ? entry : undefined
  }

  #set(id: ArticleId, more: Omit<Entry, 'inputs' | 'house'>): void {
    this.#remembered.set(id, { units: this.units(id), ...this.#entry(id), inputs: this.#inputs(id), house: this.#house, ...more })
  }

  #inputs(id: ArticleId): Digest {
    const { articles, catalogs } = this.#room
    const paths = [articles.get(id)?.path ?? '', ...[...(catalogs.get(id)?.values() ?? [])].map(({ path }) => path)]
    return digest(JSON.stringify([this.#house, id, paths.map((path) => [path, this.file(path)])]))
  }
}

/** No article's id. */
const houseName = '/house'
