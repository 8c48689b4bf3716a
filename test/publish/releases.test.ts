import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { colophon } from '../support/cli.ts'
import { png } from '../support/picture.ts'
import { article, config, type Files, smallSite, translation } from '../support/small-site.ts'

const files: Files = {
  'articles/one.md': article('One', '![P](./p.jpg)'),
  'articles/p.jpg': png(1),
  'articles/two.md': article('Two'),
  'locales/it/articles/two.po': translation('it', 'Two'),
}

/** A site that is published into the folder `public`, by the command line. */
function published(more: Files = {}) {
  const site = smallSite({ ...files, ...more })
  const run = (...words: string[]) => colophon([...words, '--to', 'public'], { cwd: site.root })
  const json = async (...words: string[]) => {
    const { status, stdout, stderr } = await run(...words, '--json')
    try {
      return { status, told: JSON.parse(stdout), stderr }
    } catch (error) {
      throw new Error(`${words.join(' ')}: ${stdout}${stderr}`, { cause: error })
    }
  }
  return { ...site, run, json, content: () => contentOf(join(site.root, 'public')) }
}

/** What readers get, by path; what stays for one release more is left out. */
function contentOf(folder: string): Record<string, string> {
  const { leaving } = JSON.parse(readFileSync(join(folder, '_colophon/manifest.json'), 'utf8'))
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const names = paths.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
  const shown = names.filter((name) => !/^(?:_colophon|\.colophon-store|_previews)\//.test(name) && !leaving.includes(name))
  return Object.fromEntries(shown.sort().map((name) => [name, readFileSync(join(folder, name), 'utf8')]))
}

const changed: Files = { 'articles/one.md': article('One', 'Another text.'), 'articles/p.jpg': null, 'articles/two.md': null }

describe('rollback', () => {
  test('publishes an older release again, byte for byte, and the newer one after it', async () => {
    const site = published()
    const first = await site.json('publish')
    const before = site.content()
    site.write(changed)
    const second = await site.json('publish')
    const after = site.content()
    expect(after).not.toEqual(before)

    const back = await site.json('rollback', first.told.release)
    expect(back).toMatchObject({ status: 0, told: { restored: first.told.release } })
    expect(back.told.put).toContain('en/two/index.html')
    expect(site.content()).toEqual(before)

    const { told } = await site.json('releases')
    expect(told.releases.map(({ release, restores, pinned, published: now }: never) => ({ release, restores, pinned, now }))).toEqual([
      { release: back.told.release, restores: first.told.release, pinned: true, now: true },
      { release: second.told.release, restores: null, pinned: false, now: false },
      { release: first.told.release, restores: null, pinned: false, now: false },
    ])

    const again = await site.json('rollback', second.told.release)
    expect(again.status).toBe(0)
    expect(site.content()).toEqual(after)
    expect((await site.json('verify')).told).toMatchObject({ missing: [], changed: [], strays: [], unrestorable: [] })
  })

  test('a release that is damaged is told, with how to forget it, and the others are listed and restored all the same', async () => {
    const site = published()
    const first = await site.json('publish')
    const names = [first.told.release]
    for (const text of ['Another text.', 'A third text.']) {
      site.write({ 'articles/one.md': article('One', text) })
      names.push((await site.json('publish')).told.release)
    }
    const damaged = `_colophon/releases/${names[1]}.json`
    writeFileSync(join(site.root, 'public', damaged), '{"version": 3, "rel')

    const listed = await site.json('releases')
    expect(listed.told.releases.map(({ release }: never) => release)).toEqual([names[2], names[0]])
    expect(listed.stderr).toContain(`warning: Release ${names[1]} in `)
    expect(listed.stderr).toContain(`delete \`${damaged}\``)
    const verified = await site.json('verify')
    expect([verified.status, verified.told.unrestorable]).toEqual([0, [{ release: names[1], objects: null }]])
    expect((await site.run('verify')).stdout).toContain(`incomplete release ${names[1]}: its manifest is damaged`)
    const refused = await site.json('rollback', names[1])
    expect([refused.status, refused.told.error.next]).toEqual([3, expect.stringContaining(damaged)])

    rmSync(join(site.root, 'public', damaged))
    expect((await site.json('verify')).told.unrestorable).toEqual([])
    expect(await site.json('rollback', first.told.release)).toMatchObject({ status: 0, told: { restored: first.told.release } })
  })

  test('pins: a push leaves the site alone, says so, and exits with 0; --unpin publishes', async () => {
    const site = published()
    const first = await site.json('publish')
    site.write(changed)
    await site.json('publish')
    const wanted = site.content()
    await site.json('rollback', first.told.release)
    const restored = site.content()
    const push = await site.json('publish')
    expect(push).toMatchObject({ status: 0, told: { put: [], deleted: [], pinned: first.told.release } })
    expect(push.stderr).toContain(`a rollback pinned release ${first.told.release}`)
    expect(site.content()).toEqual(restored)
    const unpinned = await site.json('publish', '--unpin')
    expect(unpinned.told).not.toHaveProperty('pinned')
    expect(site.content()).toEqual(wanted)
    expect((await site.json('publish')).told).not.toHaveProperty('pinned')
  })

  test('--unpin lets go even where nothing else changes', async () => {
    const site = published()
    const first = await site.json('publish')
    site.write(changed)
    await site.json('publish')
    await site.json('rollback', first.told.release)
    site.write({ 'articles/one.md': null, ...files })
    expect((await site.json('publish', '--unpin')).told).toMatchObject({ put: [], deleted: [] })
    site.write(changed)
    expect((await site.json('publish')).told.put).toContain('en/one/index.html')
  })

  test('--force publishes another commit than the one that was taken back', async () => {
    const site = published()
    const git = (...words: string[]) =>
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', '-c', 'commit.gpgsign=false', ...words], {
        cwd: site.root,
        stdio: 'ignore',
      })
    const commit = () => {
      git('add', 'articles', 'locales', 'colophon.config.json')
      git('commit', '-m', 'x')
    }
    git('init')
    commit()
    const first = await site.json('publish')
    site.write(changed)
    commit()
    await site.json('publish')
    await site.json('rollback', first.told.release)
    expect((await site.json('publish', '--force')).told).toMatchObject({ pinned: first.told.release, put: [] })
    site.write({ 'articles/three.md': article('Three') })
    commit()
    expect((await site.json('publish', '--force')).told.put).toContain('en/three/index.html')
  })

  test('a release that is not there, and one whose objects were lost, change nothing', async () => {
    const site = published()
    const first = await site.json('publish')
    expect((await site.json('rollback', 'nothing')).told.error).toMatchObject({ code: 'release-unknown' })
    site.write(changed)
    await site.json('publish')
    const before = site.content()
    rmSync(join(site.root, 'public/_colophon/objects'), { recursive: true })
    const lost = await site.json('rollback', first.told.release)
    expect([lost.status, lost.told.error.code]).toEqual([3, 'release-incomplete'])
    expect(site.content()).toEqual(before)
    const verified = await site.json('verify')
    expect(verified.told.unrestorable).toEqual([{ release: first.told.release, objects: expect.any(Number) }])
  })
})

describe('verify', () => {
  test('a site that is what was published', async () => {
    const site = published()
    const { told } = await site.json('publish')
    expect(await site.json('verify')).toMatchObject({
      status: 0,
      told: { release: told.release, objects: told.put.length, missing: [], changed: [], strays: [], unfinished: [], unrestorable: [] },
    })
  })

  test('names what was changed, removed and added by hand; --repair restores what was kept, the next publish the rest', async () => {
    const site = published()
    const first = await site.json('publish')
    // In all releases: nothing has replaced it, so the store has no copy.
    const stylesheet = first.told.put.find((key: string) => key.startsWith('assets/style.'))
    site.write(changed)
    await site.json('publish')
    await site.json('rollback', first.told.release)
    const before = site.content()
    const file = (name: string) => join(site.root, 'public', name)
    writeFileSync(file('en/one/index.html'), 'by hand')
    rmSync(file(stylesheet))
    writeFileSync(file('note.txt'), 'a note')
    expect(await site.json('verify')).toMatchObject({
      status: 1,
      told: { missing: [stylesheet], changed: ['en/one/index.html'], strays: ['note.txt'] },
    })
    const repaired = await site.json('verify', '--repair')
    expect(repaired).toMatchObject({ status: 1, told: { repaired: ['en/one/index.html'], left: [stylesheet] } })
    expect(await site.json('verify')).toMatchObject({
      status: 1,
      told: { missing: [stylesheet], changed: [], unfinished: [stylesheet] },
    })
    rmSync(file('note.txt'))
    site.write(files)
    await site.json('publish', '--unpin')
    expect(site.content()).toEqual(before)
    expect((await site.json('verify')).status).toBe(0)
  })

  test('repairing keeps the release that is published', async () => {
    const site = published()
    const first = await site.json('publish')
    site.write(changed)
    await site.json('publish')
    await site.json('publish', '--unpin')
    const back = await site.json('rollback', first.told.release)
    writeFileSync(join(site.root, 'public/en/one/index.html'), 'by hand')
    expect((await site.json('verify', '--repair')).status).toBe(0)
    expect((await site.json('verify')).told).toMatchObject({ release: back.told.release, changed: [] })
  })
})

describe('releases --prune', () => {
  test('forgets what is older, and all that only it consisted of', async () => {
    const site = published({ 'colophon.config.json': config({ publish: { keepReleases: 2 } }) })
    const names: string[] = []
    for (const text of ['First.', 'Second.', 'Third.', 'Fourth.']) {
      site.write({ 'articles/one.md': article('One', text) })
      names.unshift((await site.json('publish')).told.release)
    }
    const listed = await site.json('releases')
    expect(listed.told.releases.map(({ release }: { release: string }) => release)).toEqual(names)
    const { told } = await site.json('releases', '--prune')
    expect(told.pruned.releases).toEqual(names.slice(2))
    expect(told.releases.map(({ release }: { release: string }) => release)).toEqual(names.slice(0, 2))
    expect((await site.json('verify')).told).toMatchObject({ missing: [], changed: [], strays: [], unrestorable: [] })
    expect((await site.json('rollback', names[2] ?? '')).told.error.code).toBe('release-unknown')
    expect((await site.json('rollback', names[1] ?? '')).status).toBe(0)
    expect(site.content()['en/one/index.html']).toContain('Third.')
    const once = await site.json('releases', '--prune', '--keep', '1')
    expect(once.told.releases).toHaveLength(1)
    expect(readdirSync(join(site.root, 'public/_colophon')).sort()).toEqual(['manifest.json', 'manifests', 'objects'])
  })

  test('ends the grace of what the last release dropped', async () => {
    const site = published()
    await site.json('publish')
    site.write({ 'articles/two.md': null, 'locales/it/articles/two.po': null })
    await site.json('publish')
    const { told } = await site.json('releases', '--prune')
    expect(told.pruned.deleted).toContain('en/two/index.html')
    expect((await site.json('verify')).told.strays).toEqual([])
    expect(readdirSync(join(site.root, 'public/en'))).not.toContain('two')
  })
})

describe('publish --preview', () => {
  test('has an address, a manifest and an end of its own, and tells search engines to stay away', async () => {
    const site = published()
    await site.json('publish')
    const before = site.content()
    site.write(changed)
    const preview = await site.json('publish', '--preview', 'pr-7')
    expect(preview.status).toBe(0)
    expect(preview.stderr).toContain('https://small.example/_previews/pr-7/')
    expect(site.content()).toEqual(before)
    const shown = contentOf(join(site.root, 'public/_previews/pr-7'))
    expect(Object.keys(shown)).toEqual(expect.arrayContaining(['en/one/index.html', 'sitemap.xml', 'robots.txt']))
    for (const [name, text] of Object.entries(shown)) {
      if (name.endsWith('.html')) expect(text, name).toContain('<meta name="robots" content="noindex">')
      expect(text, name).not.toMatch(/https:\/\/small\.example\/(?!_previews\/pr-7)/)
    }
    expect(shown['robots.txt']).toContain('Disallow: /')
    expect((await site.json('publish', '--preview', 'pr-7')).told).toMatchObject({ put: [], deleted: [] })
    expect((await site.json('verify')).told).toMatchObject({ missing: [], changed: [], strays: [] })
    expect((await site.json('releases', '--prune')).told.pruned.previews).toEqual([])
  })

  test('is removed by releases --prune once its time is over', async () => {
    const site = published({ 'colophon.config.json': config({ publish: { previewDays: 0 } }) })
    await site.json('publish')
    const before = site.content()
    await site.json('publish', '--preview', 'pr-7')
    const { told } = await site.json('releases', '--prune')
    expect(told.pruned.previews).toEqual(['pr-7'])
    expect(readdirSync(join(site.root, 'public'))).not.toContain('_previews')
    expect(site.content()).toEqual(before)
  })

  test('whose manifest is damaged is removed, one of another version stays, and neither is in anybody’s way', async () => {
    const site = published()
    await site.json('publish')
    for (const name of ['pr-7', 'pr-8', 'pr-9']) await site.json('publish', '--preview', name)
    const manifest = (name: string) => join(site.root, 'public/_previews', name, '_colophon/manifest.json')
    writeFileSync(manifest('pr-7'), '{"version": 3, "rel')
    writeFileSync(manifest('pr-8'), '{"version": 99, "generator": "colophon 9.0"}')
    const { status, told, stderr } = await site.json('releases', '--prune')
    expect([status, told.pruned.previews]).toEqual([0, ['pr-7']])
    expect(stderr).toMatch(/^warning: the preview pr-8 stays: .* has version 99, /m)
    expect(readdirSync(join(site.root, 'public/_previews'))).toEqual(['pr-8', 'pr-9'])
  })

  test.each(['', '.', '..', 'a/b', 'A', '-a', 'a b', 'x'.repeat(64)])('the name %j is refused', async (name) => {
    expect((await published().json('publish', '--preview', name)).told.error.code).toBe('usage')
  })
})
