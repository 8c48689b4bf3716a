import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import { parseKey } from '../../pipeline/model/key.ts'

test.each(['a', 'en/index.html', 'fa/گفتگو/index.html', 'a b+c%20', '.well-known/x', '...', 'a..b', 'x'.repeat(1024), 'é'.repeat(512)])(
  '%j is a key',
  (text) => {
    expect(parseKey(text)).toBe(text)
  },
)

test.each([
  ['empty', ''],
  ['an empty segment', 'a//b'],
  ['a slash in front', '/a'],
  ['a slash at the end', 'a/'],
  ['a step up', '../a'],
  ['a step up inside', 'a/../b'],
  ['a step nowhere', 'a/./b'],
  ['a control character', 'a\nb'],
  ['the null character', 'a\u0000b'],
  ['a C1 control character', 'a\u0085b'],
  ['a backslash', 'a\\b'],
  ['decomposed characters', 'e\u0301'],
  ['half a surrogate pair', '\ud800'],
  ['1,025 bytes', 'x'.repeat(1025)],
  ['1,026 bytes in 513 characters', 'é'.repeat(513)],
])('no key: %s', (_, text) => {
  expect(parseKey(text)).toBeNull()
})

test.prop([fc.array(fc.constantFrom('.', '..', '/', '\\', 'a', '\u0000', 'é'), { maxLength: 12 })])(
  'no key leads out of its folder, however it is put together',
  (pieces) => {
    const key = parseKey(pieces.join(''))
    if (key === null) return
    const url = new URL(key.split('/').map(encodeURIComponent).join('/'), 'http://host/folder/')
    expect(decodeURIComponent(url.pathname)).toBe(`/folder/${key}`)
  },
)
