import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ListedObject, Store } from '../../pipeline/model/store.ts'
import { collect } from '../support/collect.ts'
import { failureOf } from '../support/failure.ts'
import { key } from '../support/key.ts'

export interface Subject {
  readonly store: Store
  dispose(): Promise<void>
}

const html = { contentType: 'text/html; charset=utf-8' }
const bytes = (text: string) => Buffer.from(text)
const text = (body: Uint8Array | undefined) => (body === undefined ? null : Buffer.from(body).toString('utf8'))

async function listed(list: AsyncIterable<ListedObject>): Promise<string[]> {
  return (await collect(list)).map((object) => object.key)
}

/**
 * What every adapter of the port keeps.
 *
 * @param open a store with nothing in it
 * @param longest bytes of the longest key that fits
 */
export function storeContract(name: string, open: () => Promise<Subject>, longest = 1024): void {
  describe(name, () => {
    let subject: Subject
    let store: Store

    beforeEach(async () => {
      subject = await open()
      store = subject.store
    })
    afterEach(() => subject.dispose())

    describe('get and put', () => {
      test('what was put comes back, with its headers and the MD5 of its bytes as ETag', async () => {
        const { etag } = await store.put(key('en/index.html'), bytes('hello'), html)
        expect(etag).toBe('"5d41402abc4b2a76b9719d911017c592"')
        const found = await store.get(key('en/index.html'))
        expect(text(found?.body)).toBe('hello')
        expect(found).toMatchObject({ etag, headers: html })
      })

      test('headers are kept as they are, whatever the name says', async () => {
        const headers = { contentType: 'text/plain', cacheControl: 'no-cache', contentEncoding: 'gzip', cacheTag: 'pages-it' }
        await store.put(key('en/index.html'), bytes('x'), headers)
        expect((await store.get(key('en/index.html')))?.headers).toEqual(headers)
        await store.put(key('en/index.html'), bytes('x'), html)
        expect((await store.get(key('en/index.html')))?.headers).toEqual(html)
      })

      test('head tells what get tells, without the bytes', async () => {
        expect(await store.head(key('en/index.html'))).toBeNull()
        const headers = { contentType: 'text/plain', cacheControl: 'no-cache', contentEncoding: 'gzip', cacheTag: 'pages-it' }
        const { etag } = await store.put(key('en/index.html'), bytes('x'), headers)
        expect(await store.head(key('en/index.html'))).toEqual({ etag, headers })
        expect(await store.head(key('en'))).toBeNull()
      })

      test('a second put replaces the first', async () => {
        await store.put(key('a'), bytes('one'), html)
        const { etag } = await store.put(key('a'), bytes('two'), html)
        expect(text((await store.get(key('a')))?.body)).toBe('two')
        expect((await store.get(key('a')))?.etag).toBe(etag)
      })

      test('what was never put is null', async () => {
        expect(await store.get(key('en/index.html'))).toBeNull()
        await store.put(key('en/a/index.html'), bytes('x'), html)
        expect(await store.get(key('en/a'))).toBeNull()
      })

      test('an empty object is an object', async () => {
        await store.put(key('empty'), bytes(''), html)
        expect((await store.get(key('empty')))?.body.length).toBe(0)
      })

      test('five megabytes of all values survive', async () => {
        const body = Uint8Array.from({ length: 5_000_000 }, (_, index) => (index * 7) % 256)
        await store.put(key('assets/a.bin'), body, { contentType: 'application/octet-stream' })
        expect(Buffer.from((await store.get(key('assets/a.bin')))?.body ?? []).equals(body)).toBe(true)
      })
    })

    const names = [
      'a b/c d.html',
      'a+b.html',
      '100%.html',
      'a%2Fb.html',
      'a&b<c>"d\'.html',
      'fa/گفتگو/index.html',
      'zh/新闻/index.html',
      'emoji/😀.html',
      "~!*()-_.,;:@$='/x",
      'q?a=b#c',
      '.well-known/security.txt',
      'a..b/..c/d..',
    ]

    test('a key of the greatest length survives put, get, list and delete', async () => {
      const folders = Array.from({ length: 4 }, () => `${'é'.repeat(100)}/`).join('')
      const name = folders + 'x'.repeat(longest - Buffer.byteLength(folders))
      await survives(name)
    })

    test.each(names)('the name %j survives put, get, list and delete', (name) => survives(name))

    async function survives(name: string) {
      await store.put(key(name), bytes(name), html)
      expect(text((await store.get(key(name)))?.body)).toBe(name)
      expect(await listed(store.list(''))).toEqual([name])
      expect(await listed(store.list(name))).toEqual([name])
      await store.delete([key(name)])
      expect(await store.get(key(name))).toBeNull()
      expect(await listed(store.list(''))).toEqual([])
    }

    describe('list', () => {
      const keys = ['a-b', 'a/b/c', 'a0', 'b', 'é', '\ufffd', '😀']

      test('keys come in the order of their bytes, with ETag and size', async () => {
        for (const name of keys.toReversed()) await store.put(key(name), bytes(name), html)
        expect(await listed(store.list(''))).toEqual(keys)
        const [first] = await collect(store.list('é'))
        expect(first).toEqual({ key: 'é', etag: (await store.get(key('é')))?.etag, size: 2 })
      })

      test('a prefix is any beginning, not only a folder', async () => {
        for (const name of keys) await store.put(key(name), bytes(name), html)
        expect(await listed(store.list('a'))).toEqual(['a-b', 'a/b/c', 'a0'])
        expect(await listed(store.list('a/'))).toEqual(['a/b/c'])
        expect(await listed(store.list('c'))).toEqual([])
      })

      test('a listing goes on after any name, there or not', async () => {
        for (const name of keys) await store.put(key(name), bytes(name), html)
        for (const after of [...keys, 'a', 'a/', 'a/b', 'a/b/', 'a/c', 'zz']) {
          expect(await listed(store.list('', after)), after).toEqual(keys.filter((name) => Buffer.compare(bytes(name), bytes(after)) > 0))
        }
      })

      test('more than a page of 1,000 comes whole, and goes in one call', async () => {
        const many = Array.from({ length: 1203 }, (_, index) => key(`en/${String(index).padStart(4, '0')}&x.html`))
        for (let at = 0; at < many.length; at += 24) {
          await Promise.all(many.slice(at, at + 24).map((name) => store.put(name, bytes(name), html)))
        }
        expect(await listed(store.list('en/'))).toEqual(many)
        await store.delete(many)
        expect(await listed(store.list(''))).toEqual([])
      }, 120_000)
    })

    describe('delete', () => {
      test('what is not there counts as deleted, its neighbours stay', async () => {
        await store.put(key('a/b/c'), bytes('x'), html)
        await store.put(key('a/d'), bytes('x'), html)
        await store.delete([key('a/b/c'), key('a/nothing'), key('a/b')])
        expect(await listed(store.list(''))).toEqual(['a/d'])
      })

      test('no keys are no error', async () => {
        await expect(store.delete([])).resolves.toBeUndefined()
      })

      test('a condition that holds deletes, one that does not keeps', async () => {
        const { etag } = await store.put(key('a'), bytes('one'), html)
        await store.put(key('a'), bytes('two'), html)
        expect((await failureOf(store.deleteIf(key('a'), { kind: 'match', etag }))).code).toBe('condition-failed')
        expect(text((await store.get(key('a')))?.body)).toBe('two')
        const now = await store.get(key('a'))
        await store.deleteIf(key('a'), { kind: 'match', etag: now?.etag ?? '' })
        expect(await store.get(key('a'))).toBeNull()
        expect((await failureOf(store.deleteIf(key('a'), { kind: 'match', etag }))).code).toBe('condition-failed')
      })
    })

    describe('copy', () => {
      const other = { contentType: 'text/plain', cacheControl: 'no-cache' }

      test('the bytes come along, the headers are new, and the source stays', async () => {
        const { etag } = await store.put(key('fa/گفتگو a+b.html'), bytes('hello'), html)
        const copied = await store.copy(key('fa/گفتگو a+b.html'), key('kept/x'), other, { etag })
        expect(copied.etag).toBe(etag)
        const found = await store.get(key('kept/x'))
        expect([text(found?.body), found?.headers]).toEqual(['hello', other])
        expect((await store.get(key('fa/گفتگو a+b.html')))?.headers).toEqual(html)
      })

      test('an object gets other headers by a copy to itself', async () => {
        await store.put(key('a'), bytes('hello'), html)
        await store.copy(key('a'), key('a'), other)
        const found = await store.get(key('a'))
        expect([text(found?.body), found?.headers]).toEqual(['hello', other])
      })

      test('what is no longer what it was is not copied, nor what is not there', async () => {
        const { etag } = await store.put(key('a'), bytes('one'), html)
        await store.put(key('a'), bytes('two'), html)
        expect((await failureOf(store.copy(key('a'), key('b'), html, { etag }))).code).toBe('condition-failed')
        expect((await failureOf(store.copy(key('a'), key('a'), { contentType: 'text/plain' }, { etag }))).code).toBe('condition-failed')
        expect((await store.get(key('a')))?.headers).toEqual(html)
        expect((await failureOf(store.copy(key('nothing'), key('b'), html))).code).toBe('condition-failed')
        expect((await failureOf(store.copy(key('nothing'), key('b'), html, { etag }))).code).toBe('condition-failed')
        expect(await store.get(key('b'))).toBeNull()
      })
    })

    describe('an aborted signal', () => {
      const reason = new Error('the time is over')

      test.each<[string, (signal: AbortSignal) => Promise<unknown>]>([
        ['put', (signal) => store.put(key('a'), bytes('two'), html, undefined, signal)],
        ['copy', (signal) => store.copy(key('a'), key('b'), html, undefined, signal)],
        ['delete', (signal) => store.delete([key('a')], signal)],
        ['deleteIf', async (signal) => store.deleteIf(key('a'), { kind: 'match', etag: (await store.get(key('a')))?.etag ?? '' }, signal)],
      ])('lets no %s out, and comes back as it is', async (_, write) => {
        await store.put(key('a'), bytes('one'), html)
        await expect(write(AbortSignal.abort(reason))).rejects.toBe(reason)
        expect(text((await store.get(key('a')))?.body)).toBe('one')
        expect(await store.get(key('b'))).toBeNull()
      })
    })

    describe('conditional put', () => {
      test('absent: only the first one', async () => {
        await store.put(key('lock'), bytes('one'), html, { kind: 'absent' })
        const failure = await failureOf(store.put(key('lock'), bytes('two'), html, { kind: 'absent' }))
        expect(failure).toMatchObject({ code: 'condition-failed', text: { exit: 3 } })
        expect(text((await store.get(key('lock')))?.body)).toBe('one')
      })

      test('match: only on what was read, again and again', async () => {
        let { etag } = await store.put(key('root'), bytes('0'), html)
        for (const version of ['1', '2', '3']) {
          const stale = etag
          etag = (await store.put(key('root'), bytes(version), html, { kind: 'match', etag })).etag
          const late = store.put(key('root'), bytes('late'), html, { kind: 'match', etag: stale })
          expect((await failureOf(late)).code).toBe('condition-failed')
        }
        expect(text((await store.get(key('root')))?.body)).toBe('3')
      })

      test('match: never on what is not there', async () => {
        const etag = '"5d41402abc4b2a76b9719d911017c592"'
        const failure = await failureOf(store.put(key('root'), bytes('x'), html, { kind: 'match', etag }))
        expect(failure.code).toBe('condition-failed')
        expect(await store.get(key('root'))).toBeNull()
      })

      test('of 20 at once one wins, and what it wrote stands', async () => {
        const racers = Array.from({ length: 20 }, (_, index) => `racer ${index}`)
        const ends = await Promise.allSettled(racers.map((racer) => store.put(key('lock'), bytes(racer), html, { kind: 'absent' })))
        const winners = racers.filter((_, index) => ends[index]?.status === 'fulfilled')
        expect(winners).toHaveLength(1)
        expect(text((await store.get(key('lock')))?.body)).toBe(winners[0])
      })
    })
  })
}
