import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { Chronicle } from '../../pipeline/render/chronicle.ts'

interface Item {
  readonly name: string
  readonly tags: readonly string[]
}

const item = (name: string, ...tags: string[]): Item => ({ name, tags })

function chronicle(items: readonly Item[]): Chronicle<Item> {
  const made = new Chronicle<Item>()
  for (const one of items) made.add(one)
  return made
}

const related = (items: readonly Item[], one: Item) =>
  chronicle(items)
    .before(one)
    .related.map(({ name }) => name)

describe('what leads away from an article', () => {
  test('is the one before it, and those that share a tag with it', () => {
    const items = [item('a', 'sea'), item('b', 'law'), item('c', 'sea'), item('d')]
    expect(chronicle(items).before(item('e', 'sea')).previous?.name).toBe('d')
    expect(related(items, item('e', 'sea'))).toEqual(['c', 'a'])
    expect(related(items, item('e'))).toEqual([])
  })

  test('prefers a rare tag to a common one, then what is nearest in time', () => {
    const common = Array.from({ length: 10 }, (_, index) => item(`sea ${index}`, 'sea'))
    expect(related([item('lamp', 'lamps'), ...common], item('e', 'sea', 'lamps'))).toEqual(['lamp', 'sea 8', 'sea 7'])
  })

  test('doesn’t repeat the one before it', () => {
    expect(related([item('a', 'sea'), item('b', 'sea')], item('c', 'sea'))).toEqual(['a'])
  })

  test('takes two spellings of a tag for one', () => {
    expect(related([item('a', 'North Sea'), item('b')], item('c', 'north-sea', 'North sea'))).toEqual(['a'])
  })
})

const tags = fc.subarray(['sea', 'law', 'ports', 'lamps', 'Sea'])
const items = fc.array(tags, { maxLength: 60 }).map((all) => all.map((own, index) => item(`${index}`, ...own)))

test.prop([items, tags])('related articles are at most three, share a tag, and each stands once', (all, own) => {
  const found = chronicle(all).before(item('new', ...own)).related
  const slugs = new Set(own.map((tag) => tag.toLowerCase()))
  expect(found.length).toBeLessThanOrEqual(3)
  expect(new Set(found).size).toBe(found.length)
  expect(found.every((one) => one.tags.some((tag) => slugs.has(tag.toLowerCase())))).toBe(true)
  expect(found).not.toContain(all.at(-1))
})

test.prop([items, tags, fc.func(fc.integer())])('in whatever order tags are written', (all, own, key) => {
  const shuffled = (list: readonly string[]) => [...list].sort((one, other) => key(one) - key(other))
  const again = all.map(({ name, tags: written }) => item(name, ...shuffled(written)))
  expect(related(again, item('new', ...shuffled(own)))).toEqual(related(all, item('new', ...own)))
})
