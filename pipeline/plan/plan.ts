import { type Key, type StagedArtifact, sameHeaders } from '../model/artifact.ts'
import { Failure } from '../model/failure.ts'
import { longestKey } from '../model/key.ts'
import type { Entry, Manifest } from '../model/manifest.ts'
import type { Step } from '../model/step.ts'
import { requireDistinctKeys } from './distinct-keys.ts'
import { entryOf } from './entry-of.ts'
import { inUploadOrder } from './upload-order.ts'

export interface PlanOptions {
  /** How many published objects may go. */
  readonly deleteLimit: number
  /** Whether what isn't built now stays published: held editions, and all that a filtered publish leaves aside. */
  readonly keep: (entry: Entry) => boolean
  /** Bytes of UTF-8 that a key may have in the store. */
  readonly longest?: number
  /** Keys that a publish began to write and may not have finished: whatever is built is put there again. */
  readonly unfinished?: ReadonlySet<Key>
}

/**
 * Decide each key's fate: what the built site and the published one make of it.
 *
 * Pure: no clock, no network. Planning twice from the state that the first plan leaves behind yields no put or delete.
 * A `keep` step holds the published entry itself where nothing about it changed, and a new one where only its inputs, kind or card did.
 *
 * | staged | published | |
 * |---|---|---|
 * | yes | no | put |
 * | yes | other digest or headers | put |
 * | yes | same digest and headers | keep; put where it is unfinished |
 * | no | yes, `keep` | keep |
 * | no | yes | delete |
 *
 * @returns one step per key of either side, in upload order
 * @throws {Failure} `delete-limit`; `key-collision` where two keys that would be published are one, or differ only in case; `key-too-long`
 */
export function plan(staged: readonly StagedArtifact[], published: Manifest, options: PlanOptions): Step[] {
  const { deleteLimit, keep, longest = longestKey, unfinished } = options
  const steps = staged.map((artifact) => stepFor(artifact, published.entries.get(artifact.key) ?? null, unfinished))
  const built = new Set<Key>(staged.map(({ key }) => key))
  for (const entry of published.entries.values()) {
    if (built.has(entry.key)) continue
    steps.push(keep(entry) ? { kind: 'keep', key: entry.key, entry } : { kind: 'delete', key: entry.key, entry })
  }
  requireRoom(staged, longest)
  requireDistinctKeys(steps.filter(({ kind }) => kind !== 'delete').map(({ key }) => key))
  const deletions = steps.filter(({ kind }) => kind === 'delete').length
  if (deletions > deleteLimit) throw tooManyDeletions(deletions, deleteLimit)
  return inUploadOrder(steps)
}

function stepFor(artifact: StagedArtifact, published: Entry | null, unfinished: PlanOptions['unfinished']): Step {
  const { key } = artifact
  if (published === null || differs(artifact, published) || unfinished?.has(key)) {
    return { kind: 'put', key, artifact, published }
  }
  return { kind: 'keep', key, entry: sameStory(artifact, published) ? published : entryOf(artifact, published.etag) }
}

/** Whether an object must be put again to be what was built. */
export function differs({ digest, headers }: StagedArtifact, published: Entry): boolean {
  return published.digest !== digest || !sameHeaders(published.headers, headers)
}

function sameStory(artifact: StagedArtifact, { inputs, kind, card, moved }: Entry): boolean {
  return (
    artifact.inputs === inputs &&
    artifact.kind === kind &&
    artifact.moved?.article === moved?.article &&
    artifact.moved?.locale === moved?.locale &&
    (artifact.card === card || sameCard(artifact.card, card))
  )
}

/** Whatever the order of their properties: one may come from a manifest. */
function sameCard(one: StagedArtifact['card'], other: StagedArtifact['card']): boolean {
  if (one === null || other === null) return one === other
  const names = Object.keys(one) as (keyof typeof one)[]
  return names.length === Object.keys(other).length && names.every((name) => sameValue(one[name], other[name]))
}

type CardValue = string | null | undefined | readonly string[]

function sameValue(one: CardValue, other: CardValue): boolean {
  if (!Array.isArray(one) || !Array.isArray(other)) return one === other
  return one.length === other.length && one.every((item, index) => item === other[index])
}

/** Found out here, nothing is written; the store would say so in the middle of an upload. */
function requireRoom(staged: readonly StagedArtifact[], longest: number): void {
  const long = staged.find(({ key }) => Buffer.byteLength(key) > longest)
  if (long !== undefined) throw keyTooLong(long.key, longest)
}

function keyTooLong(key: Key, longest: number): Failure {
  return new Failure('key-too-long', {
    exit: 3,
    what: `\`${key}\` has ${Buffer.byteLength(key)} bytes in UTF-8, there is room for ${longest}.`,
    why: 'A name in a bucket has at most 1,024 bytes, those before it included: the prefix, the folder of a preview.',
    next: 'Give the article a shorter slug or id, or publish below a shorter prefix.',
  })
}

function tooManyDeletions(planned: number, limit: number): Failure {
  return new Failure('delete-limit', {
    exit: 2,
    what: `The plan deletes ${planned} objects, the limit is ${limit}.`,
    next: 'Raise publish.deleteLimit if this is meant.',
  })
}
