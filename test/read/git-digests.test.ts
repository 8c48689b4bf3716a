import { readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { blobDigest } from '../../pipeline/model/digest.ts'
import { fileDigests } from '../../pipeline/read/file-digests.ts'
import { gitDigests } from '../../pipeline/read/git-digests.ts'
import { commit, git } from '../support/temporary-repository.ts'
import { temporarySite } from '../support/temporary-site.ts'

const files = {
  'articles/a.md': 'one\n',
  'articles/sub/b c.md': 'two\n',
  'articles/ü.md': 'three\n',
  'locales/it/articles/a.po': 'four\n',
  'notes/c.md': 'five\n',
}
const folders = ['articles', 'locales', 'templates']
const committed = ['articles/a.md', 'articles/sub/b c.md', 'articles/ü.md', 'locales/it/articles/a.po']

/** Before git looked at them. */
const written = new Date('2026-01-01T00:00:00.250Z')

function repository(more: Readonly<Record<string, string>> = {}): string {
  const root = temporarySite({ ...files, ...more })
  for (const path of Object.keys(files)) utimesSync(join(root, path), written, written)
  git(root, ['init', '--quiet'])
  commit(root, '2026-01-01T00:00:00Z', {})
  return root
}

/** The paths that git vouches for, each held to its bytes. */
async function vouchedFor(root: string): Promise<string[]> {
  const digests = await gitDigests(root, folders)
  for (const [path, digest] of digests) expect(digest, path).toBe(blobDigest(readFileSync(join(root, path))))
  return [...digests.keys()].sort()
}

test('what was checked out needs no reading', async () => {
  expect(await vouchedFor(repository())).toEqual(committed)
})

const without = (path: string) => committed.filter((other) => other !== path)

test.each<[string, (root: string) => unknown, string[]]>([
  ['changed since', (root) => writeFileSync(join(root, 'articles/a.md'), 'other\n'), without('articles/a.md')],
  [
    'changed since, as long as before and in the same second',
    (root) => {
      writeFileSync(join(root, 'articles/a.md'), 'eno\n')
      utimesSync(join(root, 'articles/a.md'), written, new Date(written.getTime() + 500))
    },
    without('articles/a.md'),
  ],
  ['written as git wrote its index, or later', (root) => utimesSync(join(root, '.git/index'), written, written), []],
  ['gone', (root) => rmSync(join(root, 'articles/a.md')), without('articles/a.md')],
  [
    'below what is a file now',
    (root) => [rmSync(join(root, 'articles/sub'), { recursive: true }), writeFileSync(join(root, 'articles/sub'), 'a file\n')],
    without('articles/sub/b c.md'),
  ],
  ['not tracked', (root) => writeFileSync(join(root, 'articles/new.md'), 'new\n'), committed],
  ['staged and not committed', (root) => [writeFileSync(join(root, 'articles/a.md'), 'other\n'), git(root, ['add', '.'])], committed],
  [
    'flagged by hand',
    (root) => {
      git(root, ['update-index', '--assume-unchanged', 'articles/a.md'])
      writeFileSync(join(root, 'articles/a.md'), 'other\n')
    },
    without('articles/a.md'),
  ],
  ['a link', (root) => [symlinkSync('a.md', join(root, 'articles/link.md')), git(root, ['add', '.'])], committed],
  [
    'converted on its way out',
    (root) => writeFileSync(join(root, '.gitattributes'), 'articles/a.md text eol=crlf\n'),
    without('articles/a.md'),
  ],
  ['kept elsewhere', (root) => writeFileSync(join(root, '.gitattributes'), '*.po filter=lfs\n'), without('locales/it/articles/a.po')],
  ['binary by its attributes', (root) => writeFileSync(join(root, '.gitattributes'), '* -text\n'), committed],
  ['converted by configuration', (root) => git(root, ['config', 'core.autocrlf', 'true']), []],
])('git vouches for nothing that is %s', async (_, change, expected) => {
  const root = repository()
  change(root)
  expect(await vouchedFor(root)).toEqual(expected)
})

test('nor for what lies in a repository of its own', async () => {
  const root = repository({ 'articles/inner/x.md': 'x\n' })
  git(join(root, 'articles/inner'), ['init', '--quiet'])
  expect(await vouchedFor(join(root, 'articles/inner'))).toEqual([])
})

test('a site may lie deeper in a repository, or in none', async () => {
  const root = repository({ 'site/articles/d.md': 'six\n' })
  expect([...(await gitDigests(join(root, 'site'), folders)).keys()]).toEqual(['articles/d.md'])
  expect(await vouchedFor(temporarySite(files))).toEqual([])
})

test('the digest of any file is that of its bytes, whoever knows it', async () => {
  const root = repository()
  writeFileSync(join(root, 'articles/a.md'), 'other\n')
  const digestOf = await fileDigests(root, folders)
  for (const path of Object.keys(files)) expect(digestOf(path)).toBe(blobDigest(readFileSync(join(root, path))))
  expect([digestOf('articles/none.md'), digestOf('articles')]).toEqual([null, null])
})
