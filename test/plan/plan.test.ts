import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import type { Key, StagedArtifact } from '../../pipeline/model/artifact.ts'
import { digest } from '../../pipeline/model/digest.ts'
import { Failure } from '../../pipeline/model/failure.ts'
import { type Manifest, nothingMade, nothingPublished } from '../../pipeline/model/manifest.ts'
import type { Step } from '../../pipeline/model/step.ts'
import { type PlanOptions, plan } from '../../pipeline/plan/plan.ts'
import { releaseManifest } from '../../pipeline/plan/release-manifest.ts'
import { failureFrom } from '../support/failure-from.ts'
import { card, entry, published, staged } from '../support/staged.ts'

const options: PlanOptions = { deleteLimit: 256, keep: () => false }
const told = (steps: readonly Step[]) => steps.map(({ kind, key }) => `${kind} ${key}`)

/** What the store holds once the plan is carried out. */
function carriedOut(steps: readonly Step[], before: Manifest): Manifest {
  const etags = new Map<Key, string>(steps.map(({ key }) => [key, `"${digest(key).slice(0, 32)}"`]))
  return releaseManifest(before, steps, etags, { release: 'next', commit: null, time: new Date(0), made: nothingMade })
}

test('a key for which there is no room is refused before anything is written; one that just fits is not', async () => {
  const page = staged('en/é/index.html', 'one')
  expect(told(plan([page], nothingPublished, { ...options, longest: 16 }))).toEqual(['put en/é/index.html'])
  const other = staged('en/other/index.html', 'two')
  const refused = await failureFrom(() => plan([page, other], nothingPublished, { ...options, longest: 15 }))
  expect(refused).toMatchObject({
    code: 'key-too-long',
    text: {
      exit: 3,
      what: expect.stringContaining('`en/é/index.html` has 16 bytes in UTF-8, there is room for 15'),
      next: expect.stringContaining('shorter slug'),
    },
  })
})

describe("a key's fate", () => {
  const page = staged('en/a/index.html', 'one')
  const changed = staged('en/a/index.html', 'two')
  const otherHeaders = { ...page, headers: { ...page.headers, cacheControl: 'no-cache' } }
  const encoded = { ...page, headers: { ...page.headers, contentEncoding: 'br' } }

  test.each([
    ['new', [page], nothingPublished, ['put en/a/index.html']],
    ['other bytes', [changed], published(page), ['put en/a/index.html']],
    ['another content type', [{ ...page, headers: { contentType: 'text/plain' } }], published(page), ['put en/a/index.html']],
    ['another Cache-Control', [otherHeaders], published(page), ['put en/a/index.html']],
    ['no Cache-Control any more', [page], published(otherHeaders), ['put en/a/index.html']],
    ['another encoding', [encoded], published(page), ['put en/a/index.html']],
    ['equal', [page], published(page), ['keep en/a/index.html']],
    ['not built', [], published(page), ['delete en/a/index.html']],
    ['nothing anywhere', [], nothingPublished, []],
  ] as const)('%s', (_, built, before, expected) => {
    expect(told(plan(built, before, options))).toEqual(expected)
  })

  test('what isn’t built now stays where `keep` says so', () => {
    const before = published(page, staged('en/b/index.html'))
    const steps = plan([], before, { ...options, keep: ({ key }) => key === 'en/a/index.html' })
    expect(told(steps)).toEqual(['keep en/a/index.html', 'delete en/b/index.html'])
  })

  test('what may be half written is put again, where it is built', () => {
    const before = published(page, staged('en/b/index.html'))
    const unfinished = new Set([page.key, staged('en/b/index.html').key])
    expect(told(plan([page], before, { ...options, keep: () => true, unfinished }))).toEqual([
      'put en/a/index.html',
      'keep en/b/index.html',
    ])
  })

  test('`keep` has no say over what is built', () => {
    expect(told(plan([changed], published(page), { ...options, keep: () => true }))).toEqual(['put en/a/index.html'])
  })

  test('a put tells what it replaces', () => {
    const steps = plan([changed, staged('en/b/index.html')], published(page), options)
    expect(steps.map((step) => step.kind === 'put' && step.published)).toEqual([null, entry(page)])
  })

  test('where nothing about it changed, the published entry itself is kept', () => {
    const before = published({ ...page, card: card('en', 'a') })
    const [step] = plan([{ ...page, card: { ...card('en', 'a') } }], before, options)
    expect(step?.kind === 'keep' && step.entry).toBe(before.entries.get(page.key))
  })

  test.each([
    ['inputs', { inputs: digest('others') }],
    ['card', { card: card('en', 'a') }],
    ['kind', { kind: 'index' as const }],
  ])('where only its %s changed, nothing is put, but the manifest learns of it', (_, more) => {
    const before = published(page)
    const [step] = plan([{ ...page, ...more }], before, options)
    expect(step).toEqual({ kind: 'keep', key: page.key, entry: { ...entry(page), ...more } })
  })

  const full = { ...card('en', 'a'), updated: '2026-11-22T19:00:00.000Z', tags: ['eu', 'talks'] }
  test.each([
    ['title', { title: 'Another' }],
    ['updated', { updated: null }],
    ['a tag', { tags: ['eu', 'trade'] }],
    ['one tag more', { tags: ['eu', 'talks', 'trade'] }],
    ['the order of tags', { tags: ['talks', 'eu'] }],
    ['an author', { authors: ['Grace'] }],
    ['publication', { publication: 'marked' as const }],
  ])('a card that differs in %s is another one', (_, change) => {
    const [step] = plan([{ ...page, card: { ...full, ...change } }], published({ ...page, card: full }), options)
    expect(step?.kind === 'keep' && step.entry.card).toEqual({ ...full, ...change })
  })
})

test('assets, then new pages, changed ones, indexes, deletions; each by key', () => {
  const before = published(
    staged('en/b/index.html', 'old'),
    staged('en/a/index.html', 'old'),
    staged('en/gone/index.html'),
    staged('assets/old.css'),
  )
  const built = [
    'sitemap.xml',
    'en/index.html',
    'en/z/index.html',
    'en/b/index.html',
    'en/a/index.html',
    'en/y/index.html',
    'assets/b.css',
    'assets/a.css',
  ]
  const steps = plan(
    built.map((name) => staged(name)),
    before,
    options,
  )
  expect(told(steps)).toEqual([
    'put assets/a.css',
    'put assets/b.css',
    'put en/y/index.html',
    'put en/z/index.html',
    'put en/a/index.html',
    'put en/b/index.html',
    'put en/index.html',
    'put sitemap.xml',
    'delete assets/old.css',
    'delete en/gone/index.html',
  ])
})

describe('refusals', () => {
  const code = (work: () => unknown) => {
    try {
      work()
    } catch (error) {
      if (error instanceof Failure) return error.code
      throw error
    }
    return null
  }
  const before = published(staged('a/1'), staged('a/2'), staged('a/3'))

  test('no more deletions than the limit', () => {
    expect(code(() => plan([], before, { ...options, deleteLimit: 2 }))).toBe('delete-limit')
    expect(code(() => plan([], before, { ...options, deleteLimit: 3 }))).toBeNull()
    expect(code(() => plan([], before, { deleteLimit: 0, keep: () => true }))).toBeNull()
  })

  test.each([
    ['one key twice', ['en/a', 'en/a'], nothingPublished],
    ['keys that differ in case', ['en/a', 'en/A'], nothingPublished],
    ['folders that differ in case', ['EN/a', 'en/a'], nothingPublished],
    ['letters beyond ASCII', ['en/é', 'en/É'], nothingPublished],
  ] as const)('%s', (_, names, manifest) => {
    expect(
      code(() =>
        plan(
          names.map((name) => staged(name)),
          manifest,
          options,
        ),
      ),
    ).toBe('key-collision')
  })

  test.each<[() => unknown, string, string]>([
    [
      () => plan([], before, { ...options, deleteLimit: 2 }),
      'The plan deletes 3 objects, the limit is 2.',
      'Raise publish.deleteLimit if this is meant.',
    ],
    [
      () => plan([staged('a/4'), staged('a/4')], before, options),
      'Two things would be published as `a/4`.',
      'Give one of the articles another slug or id.',
    ],
    [
      () => plan([staged('a/4'), staged('A/4')], before, options),
      '`a/4` and `A/4` differ only in case.',
      'Give one of the articles another slug or id.',
    ],
  ])('say what is wrong and what to do', (work, what, next) => {
    expect(work).toThrow(expect.objectContaining({ text: expect.objectContaining({ what, next }) }))
  })

  test('what is kept takes part, what goes does not', () => {
    expect(code(() => plan([staged('A/1')], before, { ...options, keep: () => true }))).toBe('key-collision')
    expect(code(() => plan([staged('A/1')], before, options))).toBeNull()
  })
})

const names = ['assets/a.css', 'assets/b.css', 'en/a/index.html', 'en/b/index.html', 'it/a/index.html', 'en/index.html', 'sitemap.xml']
const site: fc.Arbitrary<StagedArtifact[]> = fc
  .uniqueArray(
    fc.record({
      name: fc.constantFrom(...names),
      content: fc.constantFrom('1', '2'),
      cache: fc.boolean(),
      inputs: fc.constantFrom('x', 'y'),
    }),
    {
      selector: ({ name }) => name,
    },
  )
  .map((objects) =>
    objects.map(({ name, content, cache, inputs }) =>
      staged(name, content, {
        inputs: digest(inputs),
        headers: { contentType: 'text/html', ...(cache ? { cacheControl: 'no-cache' } : {}) },
      }),
    ),
  )

describe('laws', () => {
  test.prop([fc.array(site, { minLength: 1, maxLength: 4 })])('planning twice yields no put or delete, and the same entries', (sites) => {
    let manifest: Manifest = nothingPublished
    for (const built of sites) {
      manifest = carriedOut(plan(built, manifest, options), manifest)
      const again = plan(built, manifest, options)
      expect(again.filter(({ kind }) => kind !== 'keep')).toEqual([])
      expect(again.every((step) => step.kind === 'keep' && step.entry === manifest.entries.get(step.key))).toBe(true)
    }
  })

  test.prop([site, site])('one step for each key of either side, and what stays is what was built', (first, second) => {
    const before = carriedOut(plan(first, nothingPublished, options), nothingPublished)
    const steps = plan(second, before, options)
    const keys = new Set([...first, ...second].map(({ key }) => key))
    expect(steps.map(({ key }) => key).sort()).toEqual([...keys].sort())
    const entries = carriedOut(steps, before).entries
    expect([...entries.values()].map(({ etag: _, ...artifact }) => artifact)).toEqual(second.toSorted((a, b) => (a.key < b.key ? -1 : 1)))
  })

  test.prop([site, site, fc.infiniteStream(fc.integer())])('the order of what was built makes no difference', (first, second, dice) => {
    const before = carriedOut(plan(first, nothingPublished, options), nothingPublished)
    const shuffled = second.map((artifact) => ({ artifact, at: dice.next().value ?? 0 })).sort((a, b) => a.at - b.at)
    expect(
      plan(
        shuffled.map(({ artifact }) => artifact),
        before,
        options,
      ),
    ).toEqual(plan(second, before, options))
  })
})
