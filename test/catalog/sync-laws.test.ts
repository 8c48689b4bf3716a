import { fc, test as law } from '@fast-check/vitest'
import { describe, expect, vi } from 'vitest'
import { align } from '../../pipeline/catalog/align.ts'
import { syncCatalog } from '../../pipeline/catalog/sync-catalog.ts'
import { writeCatalog } from '../../pipeline/catalog/write-catalog.ts'
import type { Unit } from '../../pipeline/model/article.ts'
import type { Catalog } from '../../pipeline/model/catalog.ts'
import type { Locale } from '../../pipeline/model/locale.ts'
import type { Match } from '../../pipeline/model/match.ts'
import { article, edit, edited } from './edit-script.ts'
import { hasGettext, msgfmt } from './gettext.ts'
import { catalogOf, unitsOf } from './sample.ts'
import { translated, translationOf, type Work, work } from './translator.ts'

/** A larger number at night: `RUNS=10000`. */
const numRuns = Number(process.env['RUNS'] ?? 300)
vi.setConfig({ testTimeout: 30_000 + numRuns * 30 })

/** Rounds of edits and a translator's work after them; the file is synced between the two. */
const rounds = fc.array(fc.tuple(fc.array(edit, { minLength: 1, maxLength: 4 }), work), { minLength: 1, maxLength: 6 })

interface Round {
  readonly units: readonly Unit[]
  readonly before: Catalog | null
  readonly after: Catalog
}

const sync = (units: readonly Unit[], catalog: Catalog | null) => syncCatalog({ units, catalog, locale: 'it' as Locale })

/** Through the file, as in life. */
const saved = (catalog: Catalog) => catalogOf(writeCatalog(catalog))

function play(
  start: readonly string[],
  script: readonly (readonly [Parameters<typeof edited>[1][], Work])[],
  first: Work = 'translates all',
): Round[] {
  let paragraphs = start
  let catalog = translated(sync(unitsOf(...start), null), first)
  return script.map(([edits, then]) => {
    paragraphs = edits.reduce(edited, paragraphs)
    const units = unitsOf(...paragraphs)
    const before = saved(catalog)
    const after = saved(sync(units, before))
    catalog = translated(after, then)
    return { units, before, after }
  })
}

law.prop([article, rounds, work], { numRuns })('syncing twice gives the same bytes', (start, script, first) => {
  for (const { units, after } of play(start, script, first)) expect(writeCatalog(sync(units, after))).toBe(writeCatalog(after))
})

/** What sync joined for merged paragraphs may come apart again. */
const writtenByHand = (words: string) => words.split(/(?<=⟧(?: again)?) (?=⟦)/)

law.prop([article, rounds, work], { numRuns })('nothing that somebody wrote vanishes', (start, script, first) => {
  for (const { before, after } of play(start, script, first)) {
    const texts = after.messages.flatMap(({ strings }) => strings).concat(after.messages.flatMap(({ comments }) => comments))
    const pairs = new Set(
      after.messages.filter(({ flags }) => flags.length === 0).map(({ context, id, strings }) => JSON.stringify([context, id, strings])),
    )
    for (const { context, id, strings, flags, comments } of before?.messages ?? []) {
      for (const written of [...strings, ...comments])
        for (const part of writtenByHand(written)) expect(texts.some((text) => text.includes(part))).toBe(true)
      if (flags.length === 0 && strings[0] !== '') expect(pairs).toContain(JSON.stringify([context, id, strings]))
    }
  }
})

law.prop([article, rounds, work], { numRuns })('no unit gets the translation of another text as current', (start, script, first) => {
  for (const { units, before, after } of play(start, script, first)) {
    for (const catalog of [before ?? after, after]) {
      for (const [at, match] of align(units, catalog).entries()) {
        if (match.kind === 'exact')
          expect([translationOf(units[at]?.text ?? ''), `${translationOf(units[at]?.text ?? '')} again`]).toContain(match.text)
      }
    }
  }
})

/** A translation that a translator doubts stays doubted. */
const sure = rounds.map((script) =>
  script.map(([edits, then]): (typeof script)[number] => [edits, then === 'doubts some' ? 'nothing' : then]),
)

law.prop([article, sure], { numRuns })('a revert restores every translation as current', (start, script) => {
  const last = play(start, script).at(-1)
  const units = unitsOf(...start)
  for (const catalog of [last?.after ?? null, last === undefined ? null : sync(units, last.after)]) {
    for (const match of catalog === null ? [] : align(units, catalog)) expect(match.kind).toBe('exact')
  }
})

law.prop([article, rounds], { numRuns })(
  'a revert restores the file to the byte, where translators did nothing meanwhile',
  (start, script) => {
    const before = saved(translated(sync(unitsOf(...start), null), 'translates all'))
    // Halves that were put together with others came from nowhere else: they are kept.
    const idle = script.map(([edits]): (typeof script)[number] => [edits.filter(({ kind }) => kind !== 'merge'), 'nothing'])
    const last = play(start, idle).at(-1)
    expect(writeCatalog(sync(unitsOf(...start), last?.after ?? before))).toBe(writeCatalog(before))
  },
)

law.prop([article, rounds, work], { numRuns })('readers get the same words before and after a sync', (start, script, first) => {
  const shown = (match: Match) => (match.kind === 'missing' ? match.kind : `${match.kind} ${match.text}`)
  for (const { units, before, after } of play(start, script, first)) {
    expect(align(units, after).map(shown)).toEqual(align(units, before ?? after).map(shown))
  }
})

law.prop([article, rounds, fc.infiniteStream(fc.nat(1000))], { numRuns })(
  'what is current doesn’t depend on the order of messages',
  (start, script, numbers) => {
    for (const { units, before } of play(start, script)) {
      if (before === null) continue
      const order = new Map(before.messages.map((message) => [message, numbers.next().value as number]))
      const shuffled = before.messages.toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
      const exact = (catalog: Catalog) => align(units, catalog).map((match) => (match.kind === 'exact' ? match.text : null))
      expect(exact({ ...before, messages: shuffled })).toEqual(exact(before))
    }
  },
)

law.prop([article, rounds, work], { numRuns })(
  'live messages stand in reading order, obsolete ones behind them',
  (start, script, first) => {
    for (const { units, after } of play(start, script, first)) {
      const live = after.messages.filter(({ obsolete }) => !obsolete)
      expect(after.messages.slice(0, live.length)).toEqual(live)
      const shared = live.filter(({ context }) => context !== '2').map(({ id }) => id)
      expect(shared).toEqual(units.filter(({ repeat }) => repeat === 0).map(({ text }) => text))
    }
  },
)

law.prop([article, rounds, work], { numRuns })('a synced file aligns alike in any order', (start, script, first) => {
  for (const { units, after } of play(start, script, first)) {
    expect(align(units, { ...after, messages: after.messages.toReversed() })).toEqual(align(units, after))
  }
})

describe.runIf(hasGettext)('gettext', () => {
  law.prop([article, rounds, work], { numRuns: 40 })('msgfmt takes every synced file', (start, script, first) => {
    const last = play(start, script, first).at(-1)
    expect(msgfmt(last === undefined ? '' : writeCatalog(last.after))).toBe(null)
  })
})
