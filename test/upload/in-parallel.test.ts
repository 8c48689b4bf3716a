import { expect, test } from 'vitest'
import { inParallel } from '../../pipeline/upload/in-parallel.ts'

test('results come in the order of the items, whichever ends first', async () => {
  const gates = Array.from({ length: 3 }, () => Promise.withResolvers<void>())
  const work = inParallel([0, 1, 2], async (item) => {
    await gates[item]?.promise
    return item * 10
  })
  for (const gate of gates.toReversed()) gate.resolve()
  expect(await work).toEqual([0, 10, 20])
})

test('nothing is done for no items', async () => {
  expect(await inParallel([], () => Promise.reject(new Error('never')))).toEqual([])
})

test('after a failure nothing new begins, and what is under way ends first', async () => {
  const begun: number[] = []
  const ended: number[] = []
  const items = Array.from({ length: 100 }, (_, index) => index)
  const work = inParallel(items, async (item) => {
    begun.push(item)
    if (item === 3) throw new Error('three')
    await new Promise<void>((resolve) => setImmediate(resolve))
    ended.push(item)
  })
  await expect(work).rejects.toThrow('three')
  expect(begun).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
  expect(ended).toEqual([0, 1, 2, 4, 5, 6, 7])
})
