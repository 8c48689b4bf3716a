import { expect, test } from 'vitest'
import { blobTexts } from '../../pipeline/read/blob-texts.ts'
import { fileVersions } from '../../pipeline/read/file-versions.ts'
import { commit, git } from '../support/temporary-repository.ts'
import { temporarySite } from '../support/temporary-site.ts'

function repository(): string {
  const root = temporarySite({ 'articles/': '', 'other/': '' })
  git(root, ['init', '--quiet', '--initial-branch=main'])
  return root
}

const first = '2026-01-01T10:00:00Z'
const second = '2026-02-01T10:00:00Z'
const third = '2026-03-01T10:00:00Z'

/** When each version came, and what it says. */
async function history(root: string, path: string): Promise<unknown[]> {
  const versions = (await fileVersions(root, 'articles', [path])).get(path) ?? []
  const texts = await blobTexts(
    root,
    versions.map(({ blob }) => blob),
  )
  return versions.map(({ blob, time }) => [time.toISOString().slice(0, 10), texts.get(blob)])
}

test('a file has the versions that commits left, newest first', async () => {
  const root = repository()
  commit(root, first, { 'articles/a.md': 'one', 'articles/b.md': 'other' })
  commit(root, second, { 'articles/b.md': 'other still' })
  commit(root, third, { 'articles/a.md': 'two\n' })
  expect(await history(root, 'articles/a.md')).toEqual([
    ['2026-03-01', 'two\n'],
    ['2026-01-01', 'one'],
  ])
})

test('one walk finds the versions of all', async () => {
  const root = repository()
  commit(root, first, { 'articles/a.md': 'a', 'articles/b.md': 'b', 'articles/c.md': 'c', 'other/a.md': 'd' })
  expect([...(await fileVersions(root, 'articles', ['articles/a.md', 'articles/c.md', 'articles/none.md'])).keys()]).toEqual([
    'articles/a.md',
    'articles/c.md',
  ])
})

test('a name may hold whatever a file system takes', async () => {
  const root = repository()
  for (const path of ['articles/123', 'articles/é "ü"\n.md', 'articles/:100644 100644 0 0 M']) {
    commit(root, first, { [path]: path })
    expect(await history(root, path)).toEqual([['2026-01-01', path]])
  }
})

test('a renamed file keeps its past, even when its old name is taken again', async () => {
  const root = repository()
  commit(root, first, { 'articles/old.md': 'one two three four five six\n' })
  commit(root, second, { 'articles/old.md': null, 'articles/new.md': 'one two three four five six\n' })
  commit(root, third, { 'articles/old.md': 'something else' })
  const past = 'one two three four five six\n'
  expect(await history(root, 'articles/new.md')).toEqual([
    ['2026-02-01', past],
    ['2026-01-01', past],
  ])
})

test('what a merge brought in dates from the merge', async () => {
  const root = repository()
  commit(root, first, { 'articles/a.md': 'one' })
  git(root, ['checkout', '--quiet', '-b', 'side'])
  commit(root, second, { 'articles/a.md': 'two' })
  git(root, ['checkout', '--quiet', 'main'])
  commit(root, second, { 'articles/b.md': 'b' })
  git(root, ['merge', '--quiet', '--no-edit', 'side'], third)
  expect(await history(root, 'articles/a.md')).toEqual([
    ['2026-03-01', 'two'],
    ['2026-01-01', 'one'],
  ])
})

test('a site may be a folder of its repository', async () => {
  const root = temporarySite({ 'site/articles/': '' })
  git(root, ['init', '--quiet'])
  commit(root, first, { 'site/articles/a.md': 'one' })
  expect(await history(`${root}/site`, 'articles/a.md')).toEqual([['2026-01-01', 'one']])
})

test('texts come out of the store whole, whatever their length and letters', async () => {
  const root = repository()
  const long = 'ع中é\n'.repeat(40_000)
  commit(root, first, { 'articles/a.md': long, 'articles/b.md': '' })
  expect(await history(root, 'articles/a.md')).toEqual([['2026-01-01', long]])
  expect(await history(root, 'articles/b.md')).toEqual([['2026-01-01', '']])
})

test('without a repository nothing has a past', async () => {
  const root = temporarySite({ 'articles/a.md': 'one' })
  expect([...(await fileVersions(root, 'articles', ['articles/a.md']))]).toEqual([])
  expect([...(await blobTexts(root, ['0'.repeat(40)]))]).toEqual([])
})
