import { describe, expect, test } from 'vitest'
import { lostCode } from '../../../pipeline/check/rules/lost-code.ts'
import { lostFootnote } from '../../../pipeline/check/rules/lost-footnote.ts'
import { lostLink } from '../../../pipeline/check/rules/lost-link.ts'
import { hitsBetween } from '../sample.ts'

const find = (source: string, translation: string, options = {}) => hitsBetween(lostLink, ['en', source], ['it', translation], options)

describe('lost-link', () => {
  test.each([
    ['lost', 'See [this](https://a.example/x).', 'Vedi qui.', ['Missing link `https://a.example/x`']],
    ['changed', 'See [this](https://a.example/x).', 'Vedi [qui](https://a.example/y).', ['https://a.example/y → https://a.example/x']],
    ['a relative article', 'See [this](../06/vote.md#result).', 'Vedi [qui](../06/vote.md).', ['../06/vote.md → ../06/vote.md#result']],
    ['added', 'See this.', 'Vedi [qui](https://evil.example).', ['https://evil.example → ?']],
    ['broken in two', 'See [this](a.md).', 'Vedi [qui] (a.md).', ['Missing link `a.md`']],
    ['an address', 'See <https://a.example>.', 'Vedi <https://b.example>.', ['https://b.example → https://a.example']],
    ['a picture', 'A ![map](map.png) here.', 'Una ![mappa](carta.png) qui.', ['carta.png → map.png']],
    ['a picture made a link', 'A ![map](map.png) here.', 'Una [mappa](map.png) qui.', ['map.png → ?', 'Missing picture `map.png`']],
    ['two of them', '[a](a.md) [b](b.md)', '[b](b.md)', ['Missing link `a.md`']],
    ['a bare address', 'see www.a.example/x', 'vedi www.b.example/x', ['www.b.example/x → www.a.example/x (doubtful)']],
    ['emptied', '[a](a.md)', '[a]()', ['Unexpected link ``, expected `a.md`']],
    [
      'the nearest is meant',
      '[a](https://x.example/1) [b](y.md)',
      '[b](z.md) [a](https://x.example/2)',
      ['z.md → y.md', 'https://x.example/2 → https://x.example/1'],
    ],
    [
      'in another language',
      '[a](https://en.wikipedia.org/wiki/Geneva)',
      '[a](https://it.wikipedia.org/wiki/Ginevra)',
      ['https://it.wikipedia.org/wiki/Ginevra → https://en.wikipedia.org/wiki/Geneva (doubtful)'],
    ],
    [
      'in another language',
      '[a](https://a.example/en-us/x)',
      '[a](https://a.example/it/x)',
      ['https://a.example/it/x → https://a.example/en-us/x (doubtful)'],
    ],
  ])('%s: %s — %s', (_, source, translation, expected) => {
    expect(find(source, translation)).toEqual(expected)
  })

  test.each([
    ['in another order', '[a](a.md) and [b](b.md)', '[b](b.md) e [a](a.md)'],
    ['one place, twice', '[a](a.md) and [again](a.md)', '[a](a.md)'],
    ['other words and titles', '[a](a.md "One")', '[uno](<a.md> "Uno")'],
    ['the same address in other letters', '[a](./é.md) [b](https://a.example)', '[a](%C3%A9.md) [b](https://a.example/)'],
    ['escapes and entities', '[a](x_(y)?a=1&b=2)', '[a](x_\\(y\\)?a=1&amp;b=2)'],
    ['an address as text', 'see https://a.example', 'vedi'],
    ['code that looks like a link', '`[a](b)`', '`[a](c)`'],
  ])('no alarm: %s', (_, source, translation) => {
    expect(find(source, translation)).toEqual([])
  })

  test('a site may let its translators choose pages of a host', () => {
    const options = { localized: ['wikipedia.org'] }
    expect(find('[a](https://en.wikipedia.org/wiki/Geneva)', '[a](https://it.wikipedia.org/wiki/Ginevra)', options)).toEqual([])
    expect(find('[a](https://en.wikipedia.org/wiki/Geneva)', '[a](https://wikipedia.org.evil.example/)', options)).toHaveLength(1)
  })
})

test.each([
  ['lost', 'A[^1] b[^note]', 'A[^1] b', ['Missing footnote mark `[^note]`']],
  ['changed', 'A[^1]', 'A[^2]', ['[^2] → [^1]']],
  ['added', 'A', 'A[^2]', ['[^2] → ?']],
  ['kept', 'A[^1] b[^2]', 'B[^2] a[^1]', []],
])('lost-footnote, %s', (_, source, translation, expected) => {
  expect(hitsBetween(lostFootnote, ['en', source], ['it', translation])).toEqual(expected)
})

test.each([
  ['lost', 'Run `ls` and `cd`', 'Usa ls e `cd`', ['Missing code `ls`']],
  ['changed', 'Run `ls`', 'Usa `elenca`', ['elenca → ls']],
  ['kept', 'Run `a  b`, `c`', 'Usa `c`, `a b`', []],
  ['added', 'Run it', 'Usa `ls`', []],
])('lost-code, %s', (_, source, translation, expected) => {
  expect(hitsBetween(lostCode, ['en', source], ['it', translation])).toEqual(expected)
})
