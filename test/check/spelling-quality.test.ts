import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { oneEdit } from '../../pipeline/check/spelling/one-edit.ts'
import { rarelyMeant } from '../../pipeline/check/spelling/rarely-meant.ts'
import { declarations, type Language } from '../bench/quality/declaration.ts'
import { press } from '../bench/quality/press.ts'
import { reportedShare } from '../bench/quality/reported-share.ts'
import { spellingQuality } from '../bench/quality/spelling-quality.ts'
import { dictionaryOf } from './dictionary-of.ts'

const arabic = '/usr/share/hunspell/ar'
if (!existsSync(`${arabic}.dic`)) process.stderr.write('SKIPPED: no Arabic dictionary here (apt-get install hunspell-ar)\n')

// Old spellings and misprints of the texts themselves among them; the Hebrew and Persian ones are full of both.
const most: Partial<Record<Language, number>> = { tr: 0.02, hu: 0.02, he: 0.06, fa: 0.05 }
const without: readonly Language[] = existsSync(`${arabic}.dic`) ? ['ja', 'zh'] : ['ar', 'ja', 'zh']
const languages = (Object.keys(declarations) as Language[]).filter((language) => !without.includes(language))
const named: Partial<Record<Language, string>> = { ar: arabic }

describe('spelling', () => {
  test.each(languages)('reports hardly a word of the Declaration of Human Rights in %s', async (language) => {
    const { words, reported } = reportedShare(language, await dictionaryOf(language, named[language]))
    expect(words).toBeGreaterThan(1200)
    expect(reported.length / words, reported.join(' ')).toBeLessThanOrEqual(most[language] ?? 0.01)
  })

  test('finds what is mistyped in the English press, and leaves the rest alone', async () => {
    const { words, alarms, lower, capitalised, missed } = spellingQuality(press(), 'en', await dictionaryOf('en-US'))
    expect(words).toBeGreaterThan(170_000)
    expect((alarms.length / words) * 1000).toBeLessThanOrEqual(4)
    // Of typos that are no words none is missed; one in thirty is a word ("barred" as "bared"), and counts.
    expect(missed.filter((one) => one === one.toLowerCase())).toEqual([])
    expect(lower.found / lower.typos).toBeGreaterThanOrEqual(0.97)
    expect(capitalised.found / capitalised.typos).toBeGreaterThan(0.6)
  })

  test('rare words are words, one edit from usual ones', async () => {
    const { accepts } = await dictionaryOf('en')
    const pairs = [...rarelyMeant('en')]
    expect(pairs.filter(([rare, usual]) => !accepts(rare) || !accepts(usual) || oneEdit(rare, usual) === null)).toEqual([])
  })
})
