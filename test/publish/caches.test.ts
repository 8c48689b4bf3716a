import { existsSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { embeddedFolder } from '../../pipeline/commands/open-target.ts'
import { directoryStore } from '../../pipeline/store/directory-store.ts'
import { colophon } from '../support/cli.ts'
import { cloudFront } from '../support/cloudfront.ts'
import { key } from '../support/key.ts'
import { article, config, smallSite } from '../support/small-site.ts'

const settings = { publish: { to: 'public', cloudfront: { distribution: 'E2QWRUHAPOMQZL' } } }

function site(more: object = settings) {
  return smallSite({ 'articles/one.md': article('One'), 'articles/two.md': article('Two'), 'colophon.config.json': config(more) })
}

test('CloudFront is told which pages changed, after the release is out, and nothing where nothing changed', async () => {
  const { asked, env } = await cloudFront()
  const { root, write } = site()
  const publish = () => colophon(['publish', '--json'], { cwd: root, env })
  await publish()
  expect(asked).toEqual([])
  await publish()
  expect(asked).toEqual([])

  write({ 'articles/one.md': article('One', 'Other text.') })
  const { status, stdout } = await publish()
  expect(status).toBe(0)
  expect(asked).toEqual([
    {
      path: '/2020-05-31/distribution/E2QWRUHAPOMQZL/invalidation',
      items: expect.arrayContaining(['/en/one/', '/en/one/index.html']),
      reference: JSON.parse(stdout).release,
    },
  ])
  expect(asked[0]?.items.join()).not.toContain('/en/two/')
})

test('what a release dropped is forgotten at once, and again when its object goes with the release after it', async () => {
  const { asked, env } = await cloudFront()
  const { root, write } = site()
  const publish = () => colophon(['publish', '--json'], { cwd: root, env })
  await publish()
  write({ 'articles/two.md': null })
  await publish()
  expect(asked.at(-1)?.items).toContain('/en/two/')
  write({ 'articles/one.md': article('One', 'Other text.') })
  const { stdout } = await publish()
  expect(asked.at(-1)).toMatchObject({ items: expect.arrayContaining(['/en/one/', '/en/two/']), reference: JSON.parse(stdout).release })
  expect(existsSync(join(root, 'public/en/two/index.html'))).toBe(false)
  expect(JSON.parse(stdout)).not.toHaveProperty('removed')
})

test('where old objects could not be deleted, the release is out, and CloudFront forgets what it replaced', async () => {
  const { asked, env } = await cloudFront()
  const { root, write } = site()
  const publish = () => colophon(['publish', '--json'], { cwd: root, env })
  await publish()
  write({ 'articles/two.md': null })
  await publish()
  const folder = join(root, 'public/en/two')
  rmSync(folder, { recursive: true })
  symlinkSync(join(root, 'articles'), folder)
  write({ 'articles/one.md': article('One', 'Other text.') })
  const { status, stdout } = await publish()
  const { error } = JSON.parse(stdout)
  expect([status, error.code]).toEqual([3, 'deletions-left'])
  expect(error.next).toContain('colophon releases --prune')
  expect(asked.at(-1)?.items).toContain('/en/one/')
})

test('where CloudFront refuses, the release is out, and the failure says so without repeating the answer', async () => {
  const { root, write } = site()
  await colophon(['publish'], { cwd: root, env: (await cloudFront()).env })
  write({ 'articles/one.md': article('One', 'Other text.') })
  const { status, stderr } = await colophon(['publish'], { cwd: root, env: { ...(await cloudFront(403)).env, COLOPHON_DEBUG: '1' } })
  expect(status).toBe(3)
  expect(stderr).toContain('is published, but CloudFront')
  expect(stderr).toContain('AccessDenied')
  expect(stderr).toMatch(/^ {4}at .*cloudfront/m)
  expect(stderr).not.toContain('not-so-secret')
  const again = await colophon(['publish', '--json'], { cwd: root, env: (await cloudFront()).env })
  expect(JSON.parse(again.stdout)).toMatchObject({ put: [], deleted: [] })
})

test.each(['path', 'tag'] as const)('a preview has caches of production forget nothing, by %s or otherwise', async (by) => {
  const { asked, env } = await cloudFront()
  const { root, write } = site({ publish: { cloudfront: { distribution: 'E2QWRUHAPOMQZL', by } } })
  const publish = () => colophon(['publish', '--preview', 'pr-7', '--json'], { cwd: root, env })
  await publish()
  write({ 'articles/one.md': article('One', 'Other text.'), 'articles/two.md': null })
  const { status, stdout } = await publish()
  expect([status, JSON.parse(stdout).put]).toEqual([0, expect.arrayContaining(['en/one/index.html'])])
  expect(asked).toEqual([])
  const stored = await directoryStore(embeddedFolder(root)).get(key('_previews/pr-7/en/one/index.html'))
  expect(stored?.headers.cacheTag).toBeUndefined()
})

test('with cache tags, objects carry them, and many changes are one item', async () => {
  const { asked, env } = await cloudFront()
  const { root, write } = site({ publish: { cloudfront: { distribution: 'E2QWRUHAPOMQZL', by: 'tag' } } })
  const publish = async () => expect(await colophon(['publish', '--json'], { cwd: root, env })).toMatchObject({ status: 0 })
  await publish()
  const titles = ['One', 'Two', 'Three']
  write(Object.fromEntries(titles.map((title) => [`articles/${title.toLowerCase()}.md`, article(title, 'Other text.')])))
  await publish()
  write(Object.fromEntries(titles.map((title) => [`articles/${title.toLowerCase()}.md`, article(title, 'And again.')])))
  await publish()
  expect(asked.at(-1)?.items).toContain('#pages-en')
  const stored = await directoryStore(embeddedFolder(root)).get(key('en/one/index.html'))
  expect(stored?.headers.cacheTag).toBe('pages-en')
})

test.each([
  ['brotli', 'br', brotliDecompressSync],
  ['gzip', 'gzip', gunzipSync],
] as const)('with %s, texts are stored compressed and say so', async (compress, coding, decompress) => {
  const plain = site({ publish: {} })
  const { root } = site({ publish: { compress } })
  const publish = async (at: string) => JSON.parse((await colophon(['publish', '--json'], { cwd: at })).stdout)
  const stored = async (at: string, name: string) => await directoryStore(embeddedFolder(at)).get(key(name))
  await publish(plain.root)
  await publish(root)
  const [before, after] = [await stored(plain.root, 'en/one/index.html'), await stored(root, 'en/one/index.html')]
  expect(after?.headers).toEqual({ ...before?.headers, contentEncoding: coding })
  expect(decompress(after?.body ?? '')).toEqual(before?.body)
  expect((await stored(root, 'robots.txt'))?.headers.contentEncoding).toBeUndefined()
  expect(await publish(root)).toMatchObject({ put: [], deleted: [] })
})

test('a folder for a web server keeps its files as they are', async () => {
  const { root } = site({ publish: { to: 'public', compress: 'brotli' } })
  await colophon(['publish'], { cwd: root })
  expect(readFileSync(join(root, 'public/en/one/index.html'), 'utf8')).toContain('<!doctype html>')
})

test('a distribution that is none is a mistake of the configuration', async () => {
  const { root } = site({ publish: { to: 'public', cloudfront: { distribution: 'https://d111.cloudfront.net' } } })
  const { status, stdout } = await colophon(['publish', '--json'], { cwd: root })
  expect([status, JSON.parse(stdout).error]).toEqual([
    2,
    expect.objectContaining({ code: 'config-invalid', what: expect.stringContaining('id of a CloudFront distribution') }),
  ])
})
