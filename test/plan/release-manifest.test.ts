import { expect, test } from 'vitest'
import type { StagedArtifact } from '../../pipeline/model/artifact.ts'
import { nothingMade, nothingPublished } from '../../pipeline/model/manifest.ts'
import { plan } from '../../pipeline/plan/plan.ts'
import { releaseManifest } from '../../pipeline/plan/release-manifest.ts'
import { key } from '../support/key.ts'
import { entry, published, staged } from '../support/staged.ts'

test('it names its release and the one before, and holds what was put and kept, by key', () => {
  const before = published(staged('en/kept/index.html'), staged('en/gone/index.html'))
  const bytes = { body: Buffer.from('not for the manifest') }
  const steps = plan([{ ...staged('en/new/index.html'), ...bytes }, staged('en/kept/index.html')], before, {
    deleteLimit: 1,
    keep: () => false,
  })
  const release = { release: '20261122T181500Z-3f2a9c1', commit: '3f2a9c1', time: new Date('2026-11-22T18:15:00Z'), made: nothingMade }
  const manifest = releaseManifest(before, steps, new Map([[key('en/new/index.html'), '"new"']]), release)
  expect(manifest).toEqual({
    version: 3,
    release: '20261122T181500Z-3f2a9c1',
    previous: '20261121T090000Z',
    commit: '3f2a9c1',
    time: '2026-11-22T18:15:00.000Z',
    entries: new Map([
      ['en/kept/index.html', entry(staged('en/kept/index.html'))],
      ['en/new/index.html', { ...staged('en/new/index.html'), etag: '"new"' }],
    ]),
    made: nothingMade,
  })
  expect([...manifest.entries.keys()]).toEqual(['en/kept/index.html', 'en/new/index.html'])
})

test('it knows from whom a redirect leads on, and of what is no redirect nothing', () => {
  const moved = { article: 'a', locale: 'en' } as NonNullable<StagedArtifact['moved']>
  const steps = plan([staged('en/old/index.html', 'x', { kind: 'redirect', moved }), staged('en/a/index.html')], nothingPublished, {
    deleteLimit: 0,
    keep: () => false,
  })
  const { entries } = releaseManifest(nothingPublished, steps, new Map(), {
    release: 'r',
    commit: null,
    time: new Date(0),
    made: nothingMade,
  })
  expect(entries.get(key('en/old/index.html'))).toEqual({ ...staged('en/old/index.html', 'x', { kind: 'redirect', moved }), etag: '' })
  expect(entries.get(key('en/a/index.html'))).not.toHaveProperty('moved')
})
