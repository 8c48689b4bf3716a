import { execFileSync } from 'node:child_process'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { readCommit } from '../../pipeline/read/git.ts'
import { temporarySite } from '../support/temporary-site.ts'

const git = (root: string, ...words: string[]): string =>
  execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', ...words], {
    cwd: root,
    encoding: 'utf8',
    stdio: 'pipe',
  }).trim()

test('a site knows its commit', async () => {
  const root = temporarySite({ 'articles/a.md': '' })
  git(root, 'init', '-q')
  git(root, 'add', '.')
  git(root, 'commit', '-qm', 'Write')
  const id = git(root, 'rev-parse', 'HEAD')
  expect(await readCommit(root)).toEqual({ id, shallow: false })
  expect(await readCommit(`${root}/articles`)).toEqual({ id, shallow: false })
})

test('a shallow clone knows that it is one', async () => {
  const root = temporarySite({ 'site $(touch x) \'"/a.md': '' })
  const site = `${root}/site $(touch x) '"`
  git(site, 'init', '-q')
  for (const message of ['Write', 'Write more']) git(site, 'commit', '-q', '--allow-empty', '-m', message)
  git(root, 'clone', '-q', '--depth=1', pathToFileURL(site).href, 'clone')
  expect(await readCommit(`${root}/clone`)).toEqual({ id: git(site, 'rev-parse', 'HEAD'), shallow: true })
})

test('without a repository, or a commit in it, there is none', async () => {
  const root = temporarySite({ 'new/': '' })
  git(`${root}/new`, 'init', '-q')
  expect([await readCommit(root), await readCommit(`${root}/new`)]).toEqual([null, null])
})

test('without git there is none', async () => {
  const script = `import { readCommit } from ${JSON.stringify(new URL('../../pipeline/read/git.ts', import.meta.url).href)}; console.log(await readCommit('.'))`
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    env: { PATH: '/nowhere' },
    encoding: 'utf8',
    stdio: 'pipe',
  })
  expect(output).toBe('null\n')
})
