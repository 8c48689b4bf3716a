import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { narrowest, withWordBreaks } from '../../pipeline/assets/set-lines.ts'
import { locale } from '../support/read-text.ts'

/** With a bar where a line may end, and nothing where two characters are joined. */
const seen = (text: string): string => text.replaceAll('\u200B', '|').replaceAll('\u2060', '')

describe('a title may end its lines between words', () => {
  test.each([
    ['th', 'ให้นาฬิกาเดินเร็ว', 'ให้|นาฬิกา|เดิน|เร็ว'],
    ['zh', '全国都读到了', '全国|都|读|到了'],
    ['zh', '冬季渡轮，读到了“通知”', '冬季|渡轮，读|到了“通知”'],
    ['en', 'Ferries stop', 'Ferries stop'],
    ['ar', 'آخر أبواق', 'آخر أبواق'],
  ])('in %s: %s', (tag, title, expected) => {
    expect(seen(withWordBreaks(title, locale(tag)))).toBe(expected)
  })

  test('and Chinese ones nowhere else', () => {
    expect(withWordBreaks('全国都', locale('zh'))).toBe('全\u2060国\u200B都')
  })

  const tags = fc.constantFrom('en', 'zh', 'ja', 'th', 'km', 'ar').map(locale)
  const texts = fc.string({ unit: fc.constantFrom(...'全国都读到了ให้นาฬิกा あまり進 Aé😀，。“') })
  property.prop([texts, tags])('and says what it said', (text, tag) => {
    expect(withWordBreaks(text, tag).replace(/[\u200B\u2060]/g, '')).toBe(text)
  })
})

property.prop([fc.integer({ min: 100, max: 2000 }), fc.double({ min: 0.35, max: 1, noNaN: true })])(
  'the narrowest width is enough, and hardly more',
  async (widest, share) => {
    const least = widest * share
    const found = await narrowest(widest, async (width) => width < least)
    expect([found >= least, found <= least + 13, found <= widest]).toEqual([true, true, true])
  },
)
