import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { colophon, fixture } from '../support/cli.ts'

/** Every file below a folder with its bytes and its time. */
function snapshot(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => `${path} ${statSync(path).mtimeMs} ${readFileSync(path, 'latin1')}`)
    .sort()
}

function rewrite(root: string, path: string, change: (text: string) => string): void {
  writeFileSync(join(root, path), change(readFileSync(join(root, path), 'utf8')))
}

describe('build', () => {
  test('leaves what is there and not of the site, and says so; what is hidden, or a filter leaves aside, is nobody’s mistake', async () => {
    const root = fixture('two-newsrooms')
    const build = (...words: readonly string[]) => colophon(['build', '--out', 'out', '--quiet', ...words], { cwd: root })
    expect((await build()).stderr).not.toContain('not of this build')
    mkdirSync(join(root, 'out/.git'))
    writeFileSync(join(root, 'out/.git/config'), '')
    expect((await build('--locale', 'it')).stderr).not.toContain('not of this build')
    writeFileSync(join(root, 'out/en/old.html'), 'old')
    expect((await build()).stderr).toMatch(/^1 file in .*out is not of this build, `en\/old\.html` first among them\. .*publish --to/m)
    expect(existsSync(join(root, 'out/en/old.html'))).toBe(true)
  })

  test('the site is there as files, and the document says how many', async () => {
    const root = fixture('two-newsrooms')
    const { status, stdout } = await colophon(['build', '--out', 'out', '--json'], { cwd: root })
    const { pages, artifacts, seconds, ...more } = JSON.parse(stdout)
    expect([status, more]).toEqual([0, {}])
    expect(pages).toBe(5)
    expect(artifacts).toBe(snapshot(join(root, 'out')).length)
    expect(seconds).toBeGreaterThan(0)
    expect(readFileSync(join(root, 'out/it/2026/porto/index.html'), 'utf8')).toContain('Il porto apre lunedì')
  })

  test('into its own sources it is refused', async () => {
    const { status, stdout } = await colophon(['build', '--out', 'articles', '--json'], { cwd: fixture('two-newsrooms') })
    expect([status, JSON.parse(stdout).error.code]).toEqual([2, 'build-into-source'])
  })

  test('an error holds back what it touches, the rest is built, and the status is 1', async () => {
    const root = fixture('mistakes')
    writeFileSync(join(root, 'articles/right.md'), '---\ntitle: Right\ndescription: All of it.\ndate: 2026-11-02\nauthors: [Ada]\n---\n')
    const { status, stderr } = await colophon(['build', '--out', 'out', '--quiet'], { cwd: root })
    expect(status).toBe(1)
    expect(stderr).toContain('locales/it/articles/talks.po:15:43: error')
    expect(existsSync(join(root, 'out/it/talks/index.html'))).toBe(false)
    expect(existsSync(join(root, 'out/en/right/index.html'))).toBe(true)
  })
})

describe('publish', () => {
  test('twice uploads nothing the second time', async () => {
    const root = fixture('two-newsrooms')
    const first = await colophon(['publish', '--to', 'public', '--json'], { cwd: root })
    const before = snapshot(join(root, 'public'))
    const second = await colophon(['publish', '--to', 'public', '--json'], { cwd: root })
    expect([first.status, second.status]).toEqual([0, 0])
    const [one, two] = [JSON.parse(first.stdout), JSON.parse(second.stdout)]
    expect(Object.keys(one)).toEqual(['release', 'put', 'deleted', 'kept', 'held', 'requests', 'bytes', 'seconds'])
    expect(one.put).toContain('it/2026/porto/index.html')
    expect(one.put.some((key: string) => key.startsWith('_colophon/'))).toBe(false)
    expect([two.release, two.put, two.deleted, two.kept]).toEqual([one.release, [], [], one.put.length])
    expect(snapshot(join(root, 'public'))).toEqual(before)
  })

  test('what changed is put; what is gone stays for one release more, then it is deleted', async () => {
    const root = fixture('two-newsrooms')
    await colophon(['publish', '--to', 'public'], { cwd: root })
    rewrite(root, 'locales/it/articles/2026/harbour.po', (text) => text.replace('msgstr "porto"', 'msgstr "il-porto"'))
    const { stdout } = await colophon(['publish', '--to', 'public', '--json'], { cwd: root })
    const { put, deleted } = JSON.parse(stdout)
    expect(put).toContain('it/2026/il-porto/index.html')
    expect(put).not.toContain('en/ciao/index.html')
    expect(deleted).toEqual([])
    rmSync(join(root, 'articles/ciao'), { recursive: true })
    rmSync(join(root, 'locales/en/articles/ciao.po'))
    const gone = await colophon(['publish', '--to', 'public', '--json'], { cwd: root })
    expect(JSON.parse(gone.stdout).deleted).toEqual(expect.arrayContaining(['en/ciao/index.html', 'it/ciao/index.html']))
    const old = join(root, 'public/en/ciao/index.html')
    expect(existsSync(old)).toBe(true)
    rewrite(root, 'locales/it/articles/2026/harbour.po', (text) => text.replace('msgstr "il-porto"', 'msgstr "in-porto"'))
    expect((await colophon(['publish', '--to', 'public'], { cwd: root })).status).toBe(0)
    expect(existsSync(old)).toBe(false)
  })

  test('--dry-run tells the plan and writes nothing', async () => {
    const root = fixture('two-newsrooms')
    const { status, stdout } = await colophon(['publish', '--to', 'public', '--dry-run', '--json'], { cwd: root })
    expect([status, JSON.parse(stdout).put.includes('it/2026/porto/index.html')]).toEqual([0, true])
    expect(snapshot(join(root, 'public'))).toEqual([])
  })

  test('--strict lets one error hold back everything', async () => {
    const root = fixture('mistakes')
    expect((await colophon(['publish', '--to', 'public', '--strict', '--json'], { cwd: root })).status).toBe(1)
    expect(snapshot(join(root, 'public'))).toEqual([])
  })

  test('in CI a target must be named', async () => {
    const env = { CI: '1', S3_BUCKET: '', S3_PREFIX: '' }
    const { status, stdout } = await colophon(['publish', '--json'], { cwd: fixture('two-newsrooms'), env })
    expect([status, JSON.parse(stdout).error.code]).toEqual([2, 'no-target'])
  })

  test.each([
    ['ftp://example.org/x', 2],
    ['s3://', 2],
  ])('%s is no target', async (target, exit) => {
    const { status, stdout } = await colophon(['publish', '--to', target, '--json'], { cwd: fixture('two-newsrooms') })
    expect([status, JSON.parse(stdout).error.code]).toEqual([exit, 'store-target'])
  })
})

test('start --once publishes to the store of the site, through S3, and ends', async () => {
  const root = fixture('two-newsrooms')
  const { status, stdout } = await colophon(['start', '--once', '--json'], { cwd: root, env: { S3_BUCKET: '' } })
  expect([status, JSON.parse(stdout).put.includes('ar/2026/harbour/index.html')]).toEqual([0, true])
  expect(existsSync(join(root, '.colophon/store'))).toBe(true)
})

test('a port that is in use is told', async () => {
  const { createServer } = await import('node:net')
  const server = createServer()
  const { promise, resolve } = Promise.withResolvers<void>()
  server.listen(0, '127.0.0.1', resolve)
  await promise
  const address = server.address()
  const port = typeof address === 'object' ? String(address?.port) : ''
  const { status, stdout, stderr } = await colophon(['serve', '--port', port], { cwd: fixture('two-newsrooms') })
  server.close()
  expect([status, stdout.includes('error')]).toEqual([3, false])
  expect(stderr).toContain('error[port-in-use]')
})

test('a name of a file begins no line of its own, which a CI server would obey, and steers no terminal', async () => {
  const root = fixture('two-newsrooms')
  writeFileSync(join(root, 'articles', 'a\n::stop-commands::x\u001b[2J.md'), 'Text.')
  const { status, stderr } = await colophon(['publish', '--to', 'public', '--root', root], { cwd: root })
  expect([status, stderr]).toEqual([1, expect.stringContaining('articles/a\uFFFD::stop-commands::x\uFFFD[2J.md:1:1: error: ')])
  expect(stderr).not.toMatch(/^::|\u001b/m)
})
