import { describe, expect, test } from 'vitest'
import { digest } from '../../pipeline/model/digest.ts'
import { emptyRoot, parseRoot, rootBody, rootKey } from '../../pipeline/upload/manifest-root.ts'
import { key } from '../support/key.ts'

const shard = { key: key('_colophon/manifests/1.shard'), digest: digest('1'), entries: 1 }
const root = {
  ...emptyRoot,
  ...{ release: '20261122T181500Z', time: '2026-11-22T18:15:00.000Z', generator: 'colophon 0.1.0', nonce: 'n' },
  ...{ shards: { en: shard }, articles: shard, leaving: [key('a')], left: [key('b')], unfinished: [key('c')] },
  pin: { release: '20261121T181500Z', commit: 'abc' },
}
const parse = (change: Readonly<Record<string, unknown>>) => parseRoot(Buffer.from(JSON.stringify({ ...root, ...change })), 'memory')
const failed = (code: string) => expect.objectContaining({ code })

test('it lies where every version of the pipeline looks for it', () => {
  expect(rootKey).toBe('_colophon/manifest.json')
})

test('what was written is read back', () => {
  expect(parseRoot(rootBody(root), 'memory')).toEqual(root)
  expect(parse({ unfinished: null, pin: null, articles: null })).toEqual({ ...root, unfinished: null, pin: null, articles: null })
  expect(parse({ pin: { release: 'r', commit: null } }).pin).toEqual({ release: 'r', commit: null })
})

describe('one that says what can’t be is damaged', () => {
  const wrongKeys = [{}, 'a', 7, null, [7], ['../x'], ['a', '../x'], [null]]
  const wrongShards = [{}, null, 7, 'x', [], { ...shard, key: '../x' }, { ...shard, key: 7 }, { ...shard, digest: 7 }]
  test.each<[string, readonly unknown[]]>([
    ['version', ['2', null, 0, -1, 0.5, 2.5]],
    ['release', [7, null]],
    ['time', [7, null]],
    ['previous', [7]],
    ['commit', [7]],
    ['expires', [7]],
    ['inputs', [7]],
    ['generator', [7, null]],
    ['nonce', [7, null]],
    ['shards', [7, null, [], ...[...wrongShards, { ...shard, entries: '1' }].map((wrong) => ({ en: shard, it: wrong }))]],
    ['articles', [...wrongShards, { ...shard, entries: '1' }].filter((wrong) => wrong !== null)],
    ['indexes', [7, null, []]],
    ['told', ['7', null]],
    ['leaving', wrongKeys],
    ['left', wrongKeys],
    ['unfinished', wrongKeys.filter((wrong) => wrong !== null)],
    ['pin', [{}, 7, 'x', { release: 7, commit: null }, { release: 'r', commit: 7 }, { commit: null }, { release: 'r' }]],
  ])('%s', (name, values) => {
    for (const value of values) expect(() => parse({ [name]: value })).toThrow(failed('manifest-corrupt'))
  })
})

test.each(['', 'null', '7', '[1]', '"x"', '<html>', '{"version":'])('so is %j, which says where it lies and what to do', (body) => {
  const text = expect.objectContaining({
    what: '`_colophon/manifest.json` in memory is missing, cut off or damaged.',
    next: expect.stringMatching(/^Restore it from a backup .* delete `_colophon\/manifest\.json` and publish again/),
  })
  expect(() => parseRoot(Buffer.from(body), 'memory')).toThrow(expect.objectContaining({ code: 'manifest-corrupt', text }))
})

test.each<[number, unknown, string]>([
  [4, 'colophon 9.0', 'It was written by colophon 9.0.'],
  [4, 'x'.repeat(100), `It was written by ${'x'.repeat(80)}.`],
  [4, 7, 'It was written by a newer Colophon.'],
  [1, 'colophon 0.1.0', 'It was written by colophon 0.1.0.'],
  [1, 7, 'It was written by an older Colophon.'],
])('another version (%i) says who can read it (%j)', (version, generator, why) => {
  const what = `\`_colophon/manifest.json\` in memory has version ${version}, this Colophon reads version 3.`
  const next =
    version > 3 ? 'Publish with that version, or a newer one.' : expect.stringMatching(/^Publish with that version\. Or delete the folder/)
  const text = { exit: 3, what, why, next }
  expect(() => parse({ version, generator })).toThrow(expect.objectContaining({ code: 'manifest-version', text }))
})

test('another version of the format says so, whatever else it holds', () => {
  const body = Buffer.from('{"version": 1, "entries": []}')
  expect(() => parseRoot(body, 'memory', key('_colophon/releases/r.json'))).toThrow(
    expect.objectContaining({
      code: 'manifest-version',
      text: expect.objectContaining({ what: expect.stringContaining('releases/r.json') }),
    }),
  )
})
