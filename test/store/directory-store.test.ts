import { execFileSync } from 'node:child_process'
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { directoryStore } from '../../pipeline/store/directory-store.ts'
import { collect } from '../support/collect.ts'
import { failureOf } from '../support/failure.ts'
import { key } from '../support/key.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { storeContract } from './contract.ts'

storeContract('directory', async () => {
  const folder = temporaryFolder()
  return { store: directoryStore(folder.path), dispose: async () => folder[Symbol.dispose]() }
})

const html = { contentType: 'text/html; charset=utf-8', cacheControl: 'public, max-age=0, must-revalidate' }
const body = Buffer.from('hello')
let folder: ReturnType<typeof temporaryFolder>
let root: string

beforeEach(() => {
  folder = temporaryFolder()
  root = join(folder.path, 'site')
})
afterEach(() => folder[Symbol.dispose]())

describe('on the disk', () => {
  test('an object is a plain file at its key; headers that its name tells take no file', async () => {
    const store = directoryStore(root)
    await store.put(key('en/index.html'), body, html)
    await store.put(key('assets/a.css'), body, {
      contentType: 'text/css; charset=utf-8',
      cacheControl: 'public, max-age=31536000, immutable',
    })
    expect(readFileSync(join(root, 'en/index.html'), 'utf8')).toBe('hello')
    expect(files(root)).toEqual(['assets/a.css', 'en/index.html'])
  })

  test('other headers take one, which goes with them and with the object', async () => {
    const store = directoryStore(root)
    await store.put(key('en/index.html'), body, { contentType: 'text/plain' })
    expect(files(root)).toHaveLength(2)
    await store.put(key('en/index.html'), body, html)
    expect(files(root)).toEqual(['en/index.html'])
    await store.put(key('en/index.html'), body, { contentType: 'text/plain' })
    await store.delete([key('en/index.html')])
    expect(files(root)).toEqual([])
  })

  test('folders go with their last object', async () => {
    const store = directoryStore(root)
    await store.put(key('en/a/b/index.html'), body, html)
    await store.put(key('en/index.html'), body, html)
    await store.delete([key('en/a/b/index.html')])
    expect(existsSync(join(root, 'en/a'))).toBe(false)
    await store.delete([key('en/index.html')])
    expect(existsSync(root)).toBe(true)
  })

  test('a folder that is not there yet is an empty store, and reading makes none', async () => {
    const store = directoryStore(root)
    expect(await store.get(key('a'))).toBeNull()
    expect(await collect(store.list(''))).toEqual([])
    await store.delete([key('a')])
    expect(existsSync(root)).toBe(false)
  })

  test('a file changed by hand has another ETag', async () => {
    const store = directoryStore(root)
    const { etag } = await store.put(key('a.html'), body, html)
    expect(await collect(store.list(''))).toEqual([{ key: 'a.html', etag, size: 5 }])
    writeFileSync(join(root, 'a.html'), 'other')
    const [listed] = await collect(store.list(''))
    expect(listed?.etag).not.toBe(etag)
    expect(listed?.etag).toBe((await store.get(key('a.html')))?.etag)
  })

  test('what is no object is not listed: names that are no keys, links, pipes, the own folder', async () => {
    const store = directoryStore(root)
    await store.put(key('a.html'), body, { contentType: 'text/plain' })
    writeFileSync(join(root, 'e\u0301.html'), 'decomposed')
    writeFileSync(join(root, 'a\\b'), 'backslash')
    symlinkSync('/etc/hostname', join(root, 'link'))
    symlinkSync('/etc', join(root, 'etc'))
    execFileSync('mkfifo', [join(root, 'pipe')])
    expect((await collect(store.list(''))).map((object) => object.key)).toEqual(['a.html'])
    expect(await store.get(key('pipe'))).toBeNull()
  })
})

describe('failures, each with exit status 3', () => {
  test('a symbolic link is not followed, wherever it stands', async () => {
    const store = directoryStore(root)
    const outside = join(folder.path, 'outside')
    mkdirSync(join(root, 'en'), { recursive: true })
    mkdirSync(outside)
    writeFileSync(join(outside, 'secret'), 'secret')
    symlinkSync(outside, join(root, 'en/out'))
    symlinkSync(join(outside, 'secret'), join(root, 'en/file'))
    for (const name of ['en/out/secret', 'en/out/new', 'en/file']) {
      for (const work of [store.get(key(name)), store.put(key(name), body, html), store.delete([key(name)])]) {
        expect((await failureOf(work)).code, name).toBe('symbolic-link')
      }
    }
    expect(readFileSync(join(outside, 'secret'), 'utf8')).toBe('secret')
    expect(readdirSync(outside)).toEqual(['secret'])
  })

  test('a key cannot be a file and a folder at once', async () => {
    const store = directoryStore(root)
    await store.put(key('a.html'), body, html)
    await store.put(key('b.html/c.html'), body, html)
    for (const name of ['a.html/b.html', 'b.html']) {
      expect(await failureOf(store.put(key(name), body, html))).toMatchObject({ code: 'key-conflict', text: { exit: 3 } })
    }
    expect(await store.get(key('a.html/b.html'))).toBeNull()
    expect(files(root)).toEqual(['a.html', 'b.html/c.html'])
  })

  test('a part of a key may be too long for the disk', async () => {
    const failure = await failureOf(directoryStore(root).put(key(`${'x'.repeat(300)}/index.html`), body, html))
    expect(failure.code).toBe('key-too-long')
  })

  test('what is no key, or lies in the own folder, is refused', async () => {
    const store = directoryStore(root)
    for (const name of ['../x', 'a/../../x', '/etc/x', '.colophon-store/x', '.Colophon-Store/x']) {
      expect((await failureOf(store.put(name as never, body, html))).code, name).toBe('key-refused')
    }
    expect(await store.get(key('.colophon-store/x'))).toBeNull()
    expect(existsSync(root)).toBe(false)
  })

  test('a store whose folder is a file', async () => {
    writeFileSync(root, '')
    const failure = await failureOf(directoryStore(root).put(key('a'), body, html))
    expect(failure.text.exit).toBe(3)
    expect(failure.message).toContain(root)
  })

  test('nothing unfinished stays behind', async () => {
    const store = directoryStore(root)
    await store.put(key('b.html/c.html'), body, html)
    await failureOf(store.put(key('b.html'), body, { contentType: 'text/plain' }))
    expect(files(root)).toEqual(['b.html/c.html'])
  })
})

describe.runIf(canMount())('on a disk of its own', () => {
  const mounted = () => {
    mkdirSync(root)
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'none', root])
    return { [Symbol.dispose]: () => execFileSync('umount', [root]) }
  }

  test('a full one', async () => {
    using _ = mounted()
    const store = directoryStore(root)
    await store.put(key('a.html'), body, html)
    const failure = await failureOf(store.put(key('a.html'), Buffer.alloc(200_000), html))
    expect(failure).toMatchObject({ code: 'disk-full', text: { exit: 3 } })
    expect(Buffer.from((await store.get(key('a.html')))?.body ?? []).toString('utf8')).toBe('hello')
    expect(files(root)).toEqual(['a.html'])
  })

  test('one that is read-only', async () => {
    using _ = mounted()
    await directoryStore(root).put(key('a.html'), body, html)
    execFileSync('mount', ['-o', 'remount,ro', root])
    const store = directoryStore(root)
    expect(await failureOf(store.put(key('b.html'), body, html))).toMatchObject({ code: 'disk-read-only', text: { exit: 3 } })
    expect(await failureOf(store.delete([key('a.html')]))).toMatchObject({ code: 'disk-read-only' })
    expect(await store.get(key('a.html'))).not.toBeNull()
  })
})

/** All files below, those of the store's own folder included. */
function files(path: string): string[] {
  const found = readdirSync(path, { recursive: true, encoding: 'utf8' })
  return found.filter((name) => lstatSync(join(path, name)).isFile()).sort()
}

function canMount(): boolean {
  const { path, [Symbol.dispose]: dispose } = temporaryFolder()
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'none', path], { stdio: 'ignore' })
    execFileSync('umount', [path])
    return true
  } catch {
    process.stderr.write('SKIPPED: no file system can be mounted here, so a full and a read-only disk are not tried\n')
    return false
  } finally {
    dispose()
    rmSync(path, { recursive: true, force: true })
  }
}
