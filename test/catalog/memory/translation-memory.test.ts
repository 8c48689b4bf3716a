import { fc, test as law } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { chooseSegment } from '../../../pipeline/catalog/memory/choose-segment.ts'
import type { Segment } from '../../../pipeline/catalog/memory/segment.ts'
import { translationMemory } from '../../../pipeline/catalog/memory/translation-memory.ts'
import { similarityTo } from '../../../pipeline/catalog/similarity.ts'
import type { ArticleId } from '../../../pipeline/model/article.ts'

function segment(source: string, target: string, article = 'a', context: string | null = null): Segment {
  return { source, target, context, article: article as ArticleId }
}

const talks = segment('The talks resume in Vienna on Monday.', 'I colloqui riprendono lunedì a Vienna.')

test('a text is found by itself alone', () => {
  const memory = translationMemory([talks, segment('Oil prices rise.', 'Il petrolio rincara.')])
  expect(memory.exact('The talks resume in Vienna on Monday.')).toEqual([talks])
  expect(memory.exact('The talks resume in Vienna on Tuesday.')).toEqual([])
})

test('a near text is found with how near it is, the text itself is not', () => {
  const memory = translationMemory([talks, segment('Oil prices rise.', 'Il petrolio rincara.')])
  const text = 'The talks resume in Vienna on Tuesday.'
  expect(memory.close(text)).toEqual([{ source: talks.source, likeness: similarityTo(text)(talks.source), segments: [talks] }])
  expect(memory.close(talks.source)).toEqual([])
})

test('what is no nearer than unrelated texts is not found, unless less is asked for', () => {
  const memory = translationMemory([talks])
  expect(memory.close('The ferry to Trieste resumes in spring.')).toEqual([])
  expect(memory.close('The ferry to Trieste resumes in spring.', 0.3)).toHaveLength(1)
})

test('the nearest text comes first, of equally near ones the first by its letters', () => {
  const near = ['ten past six', 'two', 'one', 'ten'].map((time) => segment(`The ferry sails at ${time}.`, time))
  const found = translationMemory(near).close('The ferry sails at six.')
  expect(found.map(({ segments }) => segments[0]?.target)).toEqual(['one', 'ten', 'two', 'ten past six'])
})

test('an empty memory knows nothing', () => {
  expect([translationMemory([]).exact('a'), translationMemory([]).close('a')]).toEqual([[], []])
})

describe('scripts that write no blanks between words', () => {
  test.each([
    ['zh', '会谈将于周一在维也纳恢复，部长表示。', '会谈将于周二在维也纳恢复，部长表示。'],
    ['ja', '協議は月曜日にウィーンで再開されると大臣は述べた。', '協議は火曜日にウィーンで再開されると大臣は述べた。'],
    ['th', 'การเจรจาจะเริ่มขึ้นอีกครั้งในวันจันทร์ที่เวียนนา', 'การเจรจาจะเริ่มขึ้นอีกครั้งในวันอังคารที่เวียนนา'],
  ])('%s', (_tag, text, near) => {
    const others = Array.from({ length: 200 }, (_, at) => segment(`${String.fromCodePoint(0x4e00 + at)}一二三${at}四五六`, 'x'))
    const memory = translationMemory([...others, segment(text, 'The talks resume.')])
    expect(memory.close(near).map(({ source }) => source)).toEqual([text])
  })
})

test('among thousands that share the frequent words, the one with the rare ones comes first', () => {
  const crowd = Array.from({ length: 20_000 }, (_, at) => segment(`The minister said on Monday that number ${at} is in the list.`, `${at}`))
  const memory = translationMemory([...crowd, segment('The minister said on Monday that Zagreb is in the list.', 'Zagreb')])
  expect(memory.close('The minister said on Monday that Zagreb was in the list.')[0]?.segments[0]?.target).toBe('Zagreb')
  expect(memory.close('The minister said on Monday that number 12345 was in the list.')[0]?.segments[0]?.target).toBe('12345')
})

test('of too many equally near texts the same ones are found, whatever the order', () => {
  const crowd = Array.from({ length: 200 }, (_, at) => segment(`The ship number ${1000 + at} is late.`, `${at}`))
  const found = translationMemory(crowd).close('The ship number 7 is late.')
  expect(found).toHaveLength(40)
  expect(translationMemory(crowd.toReversed()).close('The ship number 7 is late.')).toEqual(found)
})

const words = fc.constantFrom('the', 'talks', 'resume', 'oil', 'Vienna', '会谈', '维也纳', 'not')
const text = fc.array(words, { minLength: 1, maxLength: 6 }).map((chosen) => chosen.join(' '))
const segments = fc.array(
  fc.record({
    source: text,
    target: fc.constantFrom('x', 'y', 'z'),
    context: fc.constantFrom(null, 'title'),
    article: fc.constantFrom('a', 'b', 'c') as fc.Arbitrary<ArticleId>,
  }),
  { maxLength: 30 },
)

law.prop([segments, text])('a small memory finds all that is near and shares a word, whatever the order', (known, asked) => {
  const near = [...new Set(known.map(({ source }) => source))].filter((source) => {
    const shares = source.split(' ').some((word) => asked.split(' ').includes(word))
    return source !== asked && shares && similarityTo(asked)(source) >= 0.6
  })
  const found = translationMemory(known).close(asked)
  expect(found.map(({ source }) => source)).toEqual(expect.arrayContaining(near))
  const bare = (all: typeof found) => all.map(({ source, likeness }) => [source, likeness])
  expect(bare(translationMemory(known.toReversed()).close(asked))).toEqual(bare(found))
})

describe('of several translations of one text', () => {
  test.each<[why: string, segments: readonly Segment[], context: string | null, target: string | null]>([
    ['there is none', [], null, null],
    ['that of the same context', [segment('T', 'body'), segment('T', 'body', 'b'), segment('T', 'title', 'c', 'title')], 'title', 'title'],
    ['another context’s where that has none', [segment('T', 'title', 'c', 'title')], null, 'title'],
    ['what most articles say', [segment('T', 'x', 'a'), segment('T', 'y', 'b'), segment('T', 'y', 'c')], null, 'y'],
    ['articles count, not messages', [segment('T', 'y', 'b'), segment('T', 'y', 'b'), segment('T', 'x', 'a')], null, 'x'],
    ['of equals that of the first article by id', [segment('T', 'y', '2026/b'), segment('T', 'x', '2026/a')], null, 'x'],
    ['in one article the one that sorts first', [segment('T', 'y'), segment('T', 'x')], null, 'x'],
  ])('%s', (_why, known, context, target) => {
    expect(chooseSegment(known, context)?.target ?? null).toBe(target)
  })

  law.prop([segments, fc.constantFrom(null, 'title')])('the order of the segments doesn’t matter', (known, context) => {
    const ofOne = known.map((each) => ({ ...each, source: 'the' }))
    expect(chooseSegment(ofOne.toReversed(), context)).toEqual(chooseSegment(ofOne, context))
  })
})
