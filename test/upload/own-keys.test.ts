import { expect, test } from 'vitest'
import { digest } from '../../pipeline/model/digest.ts'
import { keptFolder, keptKey, releaseKey, releasesFolder, shardsFolder } from '../../pipeline/upload/own-keys.ts'

test('its folders are where every version of the pipeline looks for them', () => {
  expect([keptFolder, releasesFolder, shardsFolder]).toEqual(['_colophon/objects/', '_colophon/releases/', '_colophon/manifests/'])
  expect(releaseKey('20261122T181500Z')).toBe('_colophon/releases/20261122T181500Z.json')
})

test('one text, compressed in two ways, is two objects', () => {
  const kept = (contentEncoding?: string) =>
    keptKey({ digest: digest('a'), headers: { contentType: 'text/html', ...(contentEncoding !== undefined && { contentEncoding }) } })
  expect([kept(), kept('br'), kept('gzip')]).toEqual(['', '.br', '.gzip'].map((end) => `_colophon/objects/${digest('a')}${end}`))
})
