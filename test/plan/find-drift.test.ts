import { expect, test } from 'vitest'
import type { Key } from '../../pipeline/model/artifact.ts'
import { findDrift } from '../../pipeline/plan/find-drift.ts'
import { key } from '../support/key.ts'
import { entry, published, staged } from '../support/staged.ts'

const a = staged('en/a/index.html')
const b = staged('en/b/index.html')
const manifest = published(a, b)
const etags = (more: Readonly<Record<string, string>> = {}) =>
  new Map<Key, string>([
    [a.key, entry(a).etag],
    [b.key, entry(b).etag],
    ...Object.entries(more).map(([name, etag]) => [key(name), etag] as const),
  ])

test('a store that holds what was published has none', () => {
  expect(findDrift(manifest, etags(), new Set())).toEqual({ missing: [], changed: [], whole: [entry(a), entry(b)], strays: [] })
})

test('what is not there, what is another, and what is there besides', () => {
  const listed = etags({
    'note.txt': '"1"',
    'en/going/index.html': '"2"',
    '_colophon/manifest.json': '"3"',
    '_previews/x/index.html': '"4"',
  })
  listed.delete(a.key)
  listed.set(b.key, '"other"')
  expect(findDrift(manifest, listed, new Set([key('en/going/index.html')]))).toEqual({
    missing: [entry(a)],
    changed: [entry(b)],
    whole: [],
    strays: ['note.txt'],
  })
})

test('only its own folders are the pipeline’s', () => {
  const listed = etags({ 'en/_colophon/x': '"1"', _colophonx: '"2"' })
  expect(findDrift(manifest, listed, new Set()).strays).toEqual(['en/_colophon/x', '_colophonx'])
})
