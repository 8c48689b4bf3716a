import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Digest, digest } from '../../pipeline/model/digest.ts'
import { spool } from '../../pipeline/upload/spool.ts'
import { failureFrom } from '../support/failure-from.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const body = (fill: number, length = 20) => Buffer.alloc(length, fill)
/** Of which one body has room, and no second one. */
const room = 32

test('what little was put comes back, and never touches the disk', () => {
  using folder = temporaryFolder()
  const place = join(folder.path, 'cache')
  const held = spool(place)
  held.put(digest(body(1)), body(1))
  held.put(digest(body(2, 1024 ** 2)), body(2, 1024 ** 2))
  expect([held.get(digest(body(1))), held.get(digest(body(2, 1024 ** 2)))]).toEqual([body(1), body(2, 1024 ** 2)])
  held.dispose()
  expect(existsSync(place)).toBe(false)
})

test('what is more goes to the disk, and goes away with the spool', async () => {
  using folder = temporaryFolder()
  const place = join(folder.path, 'cache')
  const held = spool(place, room)
  for (const fill of [1, 2, 3]) held.put(digest(body(fill)), body(fill))
  // What fits into the room that is left needs no disk.
  held.put(digest(body(4, 12)), body(4, 12))
  for (const fill of [1, 2, 3]) expect(body(fill).equals(held.get(digest(body(fill))))).toBe(true)
  expect(held.get(digest(body(4, 12)))).toEqual(body(4, 12))
  // Two files, and the folder that they are in.
  expect(readdirSync(place, { recursive: true })).toHaveLength(3)
  held.dispose()
  expect(readdirSync(place)).toEqual([])
  expect((await failureFrom(() => held.get(digest(body(1))))).code).toBe('spool-lost')
})

test('each is kept once, in memory and on the disk', () => {
  using folder = temporaryFolder()
  const held = spool(folder.path, room)
  for (let times = 0; times < 3; times++) for (const fill of [1, 2]) held.put(digest(body(fill)), body(fill))
  expect(readdirSync(folder.path, { recursive: true })).toHaveLength(2)
  // Nothing but the first copy took room.
  held.put(digest(body(4, 12)), body(4, 12))
  expect(readdirSync(folder.path, { recursive: true })).toHaveLength(2)
  held.dispose()
})

test('after it was emptied there is room again', () => {
  using folder = temporaryFolder()
  const held = spool(folder.path, room)
  for (const fill of [1, 2]) held.put(digest(body(fill)), body(fill))
  held.dispose()
  held.put(digest(body(2)), body(2))
  expect(held.get(digest(body(2)))).toEqual(body(2))
  expect(readdirSync(folder.path)).toEqual([])
  held.put(digest(body(3)), body(3))
  expect(body(3).equals(held.get(digest(body(3))))).toBe(true)
  held.dispose()
})

test('what could not be written leaves nothing behind either', async () => {
  using folder = temporaryFolder()
  const held = spool(folder.path, 0)
  // As on a full disk: the folder can be made, the file in it can't.
  const unwritable = 'f'.repeat(300) as Digest
  expect((await failureFrom(() => held.put(unwritable, body(1)))).code).toBe('spool-full')
  held.dispose()
  expect(readdirSync(folder.path)).toEqual([])
})

test('two spools in one folder do not mix', () => {
  using folder = temporaryFolder()
  const [one, other] = [spool(folder.path, 0), spool(folder.path, 0)]
  for (const held of [one, other]) held.put(digest(body(1)), body(1))
  one.dispose()
  expect(body(1).equals(other.get(digest(body(1))))).toBe(true)
  other.dispose()
})

test('what was never put, or was taken away, is a failure', async () => {
  using folder = temporaryFolder()
  const held = spool(folder.path, 0)
  expect(await failureFrom(() => held.get(digest('never')))).toMatchObject({ code: 'spool-lost', text: { exit: 3 } })
  held.put(digest(body(1)), body(1))
  rmSync(folder.path, { recursive: true })
  const lost = await failureFrom(() => held.get(digest(body(1))))
  expect(lost).toMatchObject({ code: 'spool-lost', text: { why: expect.stringContaining('ENOENT') } })
})

test('a folder that cannot be written is a failure', async () => {
  using folder = temporaryFolder()
  const place = join(folder.path, 'cache')
  writeFileSync(place, '')
  const { code, text } = await failureFrom(() => spool(place, 0).put(digest(body(1)), body(1)))
  expect([code, text.exit, text.what]).toEqual(['spool-full', 3, expect.stringContaining(place)])
})
