import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { digest } from '../../pipeline/model/digest.ts'
import { Failure } from '../../pipeline/model/failure.ts'
import { spool } from '../../pipeline/upload/spool.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const large = (fill: number) => Buffer.alloc(20 * 1024 * 1024, fill)

let folder: ReturnType<typeof temporaryFolder>
let place: string
beforeEach(() => {
  folder = temporaryFolder()
  place = join(folder.path, 'cache')
})
afterEach(() => folder[Symbol.dispose]())

test('what little was put comes back, and never touches the disk', () => {
  const held = spool(place)
  held.put(digest('a'), Buffer.from('a'))
  expect(Buffer.from(held.get(digest('a'))).toString('utf8')).toBe('a')
  expect(existsSync(place)).toBe(false)
})

test('what is more goes to the disk, and goes away with the spool', () => {
  const held = spool(place)
  const bodies = [large(1), large(2), large(3)]
  for (const body of bodies) held.put(digest(body), body)
  for (const body of bodies) expect(body.equals(held.get(digest(body)))).toBe(true)
  expect(readdirSync(place, { recursive: true })).toHaveLength(3)
  held.dispose()
  expect(readdirSync(place)).toEqual([])
})

test('two spools in one folder do not mix', () => {
  const [one, other] = [spool(place), spool(place)]
  for (const held of [one, other]) for (const fill of [1, 2]) held.put(digest(large(fill)), large(fill))
  one.dispose()
  expect(other.get(digest(large(2))).length).toBe(large(2).length)
})

test('what was never put, or was taken away, is a failure', () => {
  const held = spool(place)
  expect(() => held.get(digest('never'))).toThrow(Failure)
  for (const fill of [1, 2]) held.put(digest(large(fill)), large(fill))
  rmSync(place, { recursive: true })
  expect(() => held.get(digest(large(2)))).toThrow(expect.objectContaining({ code: 'spool-lost' }))
})

test('a folder that cannot be written is a failure', () => {
  writeFileSync(place, '')
  const held = spool(place)
  held.put(digest(large(1)), large(1))
  expect(() => held.put(digest(large(2)), large(2))).toThrow(expect.objectContaining({ code: 'spool-full' }))
})
