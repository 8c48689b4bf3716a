import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Remembered } from '../../pipeline/cache/remembered.ts'
import { temporarySite } from '../support/temporary-site.ts'

const open = (root: string, version = '1') => new Remembered<string>(join(root, '.colophon/results.json'), version)

test('what was saved is there the next time, and of another version nothing', () => {
  const root = temporarySite({})
  const first = open(root)
  first.set('a', 'x')
  first.set('__proto__', 'y')
  expect(first.save()).toBeNull()
  expect(['a', '__proto__', 'b'].map((name) => open(root).get(name))).toEqual(['x', 'y', undefined])
  expect(open(root, '2').get('a')).toBeUndefined()
  expect(readdirSync(join(root, '.colophon'))).toEqual(['results.json'])
})

test('what is not kept is forgotten', () => {
  const root = temporarySite({})
  const first = open(root)
  first.set('a', 'x')
  first.set('b', 'y')
  first.keep(new Set(['b']))
  first.save()
  expect([open(root).get('a'), open(root).get('b')]).toEqual([undefined, 'y'])
})

test.each(['', '{', '[]', 'null', '{"version":"1"}', '{"version":"1","results":null}'])('a file that holds %j holds nothing', (text) => {
  const root = temporarySite({ '.colophon/results.json': text })
  expect(open(root).get('a')).toBeUndefined()
})

test('nothing is written where nothing changed', () => {
  const root = temporarySite({})
  expect(open(root).save()).toBeNull()
  expect(existsSync(join(root, '.colophon'))).toBe(false)
})

test('where nothing can be written, it says why and leaves nothing behind', () => {
  const root = temporarySite({ '.colophon': 'a file' })
  const results = open(root)
  results.set('a', 'x')
  expect(results.save()).toContain('EEXIST')
  expect(readFileSync(join(root, '.colophon'), 'utf8')).toBe('a file')
})
