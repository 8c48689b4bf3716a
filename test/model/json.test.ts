import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import { jsonOffset, jsonValue, readJson } from '../../pipeline/model/json.ts'

test.prop([fc.json({ maxDepth: 8 })])('whatever is JSON is read as JSON.parse reads it', (text) => {
  const read = readJson(text)
  expect(read.kind === 'read' ? JSON.stringify(jsonValue(read.root)) : read).toBe(JSON.stringify(JSON.parse(text)))
})

test.prop([
  fc.oneof(
    fc.string(),
    fc.json().chain((text) => fc.nat({ max: text.length }).map((at) => text.slice(0, at))),
    fc.stringMatching(/^[-0-9.eE+tfnul{}[\]:,"\\ ]{1,12}$/),
  ),
])('whatever is no JSON is refused, as JSON.parse refuses it', (text) => {
  let valid = true
  try {
    JSON.parse(text)
  } catch {
    valid = false
  }
  const read = readJson(text)
  expect(read.kind === 'read').toBe(valid)
  if (read.kind === 'wrong') expect(read.offset).toBeLessThanOrEqual(text.length)
})

test('a text can not exhaust the stack', () => {
  expect(readJson('['.repeat(100_000))).toMatchObject({ kind: 'wrong', offset: 65, expected: 'at most 64 levels' })
})

test('every value and every name has its place', () => {
  const text = '{ "a": [1, { "b": true }] }'
  const read = readJson(text)
  if (read.kind === 'wrong') throw new Error(read.expected)
  expect(jsonOffset(read.root, ['a', 1, 'b'])).toBe(text.indexOf('true'))
  expect(jsonOffset(read.root, ['a', 1, 'b'], 'name')).toBe(text.indexOf('"b"'))
  expect(jsonOffset(read.root, ['a', 7, 'b'])).toBe(text.indexOf('['))
})
