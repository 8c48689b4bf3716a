import { describe, expect, test } from 'vitest'
import { noKnowledge } from '../../../pipeline/check/knowledge.ts'
import { passageOf } from '../../../pipeline/check/passage.ts'
import { wrongApostrophe } from '../../../pipeline/check/rules/wrong-apostrophe.ts'
import type { Locale } from '../../../pipeline/model/locale.ts'
import { hitsIn } from '../sample.ts'

const find = (locale: string, text: string) => hitsIn(wrongApostrophe, locale, text)
const opening = '‘ → ’'

describe('a mark where an apostrophe belongs', () => {
  test.each([
    ['en', 'Iran‘s talks', [opening]],
    ['en', 'They don‘t know, we‘ll see, it‘s five o‘clock.', [opening, opening, opening, opening]],
    ['en', 'Mr O‘Brien', [opening]],
    ['en', 'the ‘90s', [opening]],
    ['en', 'the class of ‘68 met', [opening]],
    ['en', 'rock ‘n’ roll', [opening]],
    ['en', 'rock ‘n‘ roll', [opening, opening]],
    ['en', 'Tell ‘em that ‘tis so.', [opening, opening]],
    ['en', 'the ministers‘ rights', [opening]],
    ['en', 'It’s the ministers‘ right.', [opening]],
    ['it', 'L’ha detto l‘altro un po‘ tardi', [opening, opening]],
    ['en', 'don´t and can´t', ['´ → ’', '´ → ’']],
    ['en', 'they don`t know', ['` → ’']],
    ['it', 'l‘accordo dell‘Iran', [opening, opening]],
    ['it', 'un po‘ di tempo', [opening]],
    ['it', 'gli anni ‘90', [opening]],
    ['it', 'la ‘ndrangheta', [opening]],
    ['it', 'l´accordo', ['´ → ’']],
    ['fr', 'l‘accord d‘hier qu‘il aujourd‘hui', [opening, opening, opening, opening]],
    ['fr', '*l*‘accord', [opening]],
    ['de', 'wie geht‘s', [opening]],
    ['de', 'in den ‘90ern', [opening]],
    ['nl', '‘s avonds de foto‘s', [opening, opening]],
    ['ca', 'l‘acord', [opening]],
    ['pt', 'copo d‘água', [opening]],
  ])('%s: %s', (locale, text, expected) => {
    expect(find(locale, text)).toEqual(expected)
  })
})

describe('a straight apostrophe among curly ones', () => {
  test.each([
    ['en', "It’s here, it isn’t there, and it's gone.", ["' → ’"]],
    ['fr', "L’accord d'hier", ["' → ’"]],
    ['it', "L’accordo dell'Iran", ["' → ’"]],
    ['en', "It's here, it's there.", []],
    ['en', "It's here, it's there, one isn’t.", []],
    ['en', "It’s 'quoted' and 5' tall", []],
    ['uk', "пам’ять і п'ять", []],
    ['he', "ג’ורג' וצ'כיה", []],
    ['br', "c’hoar ha c'hoazh", []],
  ])('%s: %s', (locale, text, expected) => {
    expect(find(locale, text)).toEqual(expected)
  })

  test('counts in the whole article', () => {
    const passages = ['It’s here.', "It's there."].map((text) => passageOf(text, 'en' as Locale, 'markdown'))
    const hits = wrongApostrophe.kind === 'whole' ? wrongApostrophe.check(passages, {}, noKnowledge) : []
    expect(hits.map((found) => found.length)).toEqual([0, 1])
  })

  test('is passed over where the site says so', () => {
    expect(hitsIn(wrongApostrophe, 'en', "It’s here, it's there.", { mixed: false })).toEqual([])
  })
})

describe('no alarm', () => {
  test.each([
    ['en', 'He said ‘no’, and ‘the ’90s are over’, and “‘yes’”.'],
    ['en', '‘90s music is back,’ he said.'],
    ['en', 'the letter ‘n’ is an ‘s’, ‘the’ and (‘a’)'],
    ['en', 'the Shi‘a and the Ka‘ba, the Qur‘an, ‘Ali and ‘Abd al-‘Aziz'],
    ['en', 'a 5´ walk, 3′ tall, the code `don`'],
    ['en', 'rock ’n’ roll, ’90s, ’tis'],
    ['de', 'Er sagte: „Das ist ‚gut‘ so.“ Und ‚Hans‘ ging.'],
    ['de', 'Die ‚Zeit‘ und die ‚Welt‘s'],
    ['cs', 'Řekl: „To je ‚dobré‘ tak.“'],
    ['nl', 'Hij zei ‘s avonds’ en ‘ja’.'],
    ['it', 'Disse ‘sì’ e ‘no’, l’‘Unità’'],
    ['haw', 'ka ‘ōlelo Hawai‘i'],
    ['uz', 'O‘zbekiston, g‘alaba, o`zbek'],
    ['mi', 'te ‘whare’'],
    ['uk', 'пам’ять, об’єкт, пʼять'],
    ['br', 'c’hoar'],
    ['ar', 'كتاب ‘جيد’'],
    ['fr', 'l’accord, aujourd’hui, « ‘oui’ »'],
    ['zh', '他说‘好’，‘90年代’'],
  ])('%s: %s', (locale, text) => {
    expect(find(locale, text)).toEqual([])
  })
})
