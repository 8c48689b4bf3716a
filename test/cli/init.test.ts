import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { colophon } from '../support/cli.ts'
import { temporarySite } from '../support/temporary-site.ts'

test('a new site has nothing wrong with it, and is published as it is', async () => {
  const cwd = temporarySite({})
  const made = await colophon(['init', 'news', '--locale', 'it,pt-BR', '--json'], { cwd })
  expect([made.status, JSON.parse(made.stdout)]).toEqual([
    0,
    { root: join(cwd, 'news'), files: ['colophon.config.ts', 'articles/hello.md', '.gitignore'] },
  ])
  expect(readFileSync(join(cwd, 'news/.gitignore'), 'utf8')).toMatch(/^\*\.mo$/m)
  const checked = await colophon(['check', '--root', 'news', '--json'], { cwd })
  expect(JSON.parse(checked.stdout).findings.filter(({ severity }: { severity: string }) => severity !== 'info')).toEqual([])
  const published = await colophon(['publish', '--root', 'news', '--to', 'public', '--json'], { cwd })
  expect(JSON.parse(published.stdout).put).toContain('en/hello/index.html')
  const { stdout } = await colophon(['sync', '--root', 'news', '--json'], { cwd })
  expect(stdout).toContain('locales/pt-BR/articles/hello.po')
})

test('what is there already stays as it is', async () => {
  const cwd = temporarySite({ '.gitignore': 'mine\n' })
  const { status, stdout } = await colophon(['init'], { cwd })
  expect([status, stdout]).toEqual([0, 'wrote colophon.config.ts\nwrote articles/hello.md\n`colophon serve` shows it.\n'])
  expect(readFileSync(join(cwd, '.gitignore'), 'utf8')).toBe('mine\n')
})

test.each([{ 'articles/a.md': 'text' }, { 'colophon.config.json': '{}' }])('a folder that is a site already is refused', async (files) => {
  const cwd = temporarySite(files)
  const { status, stdout } = await colophon(['init', '--json'], { cwd })
  expect([status, JSON.parse(stdout).error.code]).toEqual([2, 'site-exists'])
  expect(existsSync(join(cwd, 'articles/hello.md'))).toBe(false)
})

test('a locale that is none is refused before anything is written', async () => {
  const cwd = temporarySite({})
  const { status, stderr } = await colophon(['init', 'news', '--locale', 'not a tag'], { cwd })
  expect([status, existsSync(join(cwd, 'news'))]).toEqual([2, false])
  expect(stderr).toContain('`not a tag` is no locale')
})
