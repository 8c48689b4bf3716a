import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, test } from 'vitest'
import { colophon } from './support/cli.ts'

const root = join(import.meta.dirname, '..')
const pages = ['README.md', 'CONTRIBUTING.md', ...globSync('docs/**/*.md', { cwd: root })]
const text = (page: string): string => readFileSync(join(root, page), 'utf8')

/** Text outside of fences and inline code, where links are links. */
const prose = (page: string): string =>
  text(page)
    .replace(/^ *```[\s\S]*?^ *```$/gm, '')
    .replace(/`[^`\n]*`/g, '')

/** As forges make them. */
function headings(page: string): string[] {
  const withoutFences = text(page).replace(/^ *```[\s\S]*?^ *```$/gm, '')
  const found = [...withoutFences.matchAll(/^#+ (.*)$/gm)]
  return found.map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\- ]/gu, '')
      .replaceAll(' ', '-'),
  )
}

test.each(pages)('every link of %s leads somewhere', (page) => {
  const links = [...prose(page).matchAll(/\]\((?!https?:)([^)\s]+)\)/g)].map(([, link = '']) => link)
  const lost = links.filter((link) => {
    const [path = '', fragment] = link.split('#')
    const target = path === '' ? page : normalize(join(dirname(page), path))
    return !existsSync(join(root, target)) || (fragment !== undefined && !headings(target).includes(fragment))
  })
  expect(lost).toEqual([])
})

test('the architecture names files that are there', () => {
  const files = ['pipeline', 'test', 'templates', 'articles'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => `/${folder}/${name}`),
  )
  const named = new Set(
    [...text('docs/architecture.md').matchAll(/`((?:[a-z0-9-]+\/)*[a-z0-9-]+(?:\.test)?\.ts)`/g)].map(([, name = '']) => name),
  )
  expect(named.size).toBeGreaterThan(40)
  expect([...named].filter((name) => !files.some((file) => file.endsWith(`/${name}`)))).toEqual([])
})

test('the README lists the commands that there are', async () => {
  const { stdout } = await colophon(['--help'])
  const [, commands = ''] = /^Commands:\n([\s\S]*?)\n\n/m.exec(stdout) ?? []
  const there = [...commands.matchAll(/^ {2}([a-z-]+)/gm)].map(([, name = '']) => name)
  const listed = [...text('README.md').matchAll(/^\| `([a-z-]+)[^|]*` \| /gm)].map(([, name = '']) => name)
  expect(there).not.toEqual([])
  expect(listed.sort()).toEqual(there.sort())
})

test('the README shows what is left to do in the demo site as it is', async () => {
  const [, command = '', shown = ''] = /^\$ npm run colophon -- (status .*)\n([\s\S]*?)\n```/m.exec(text('README.md')) ?? []
  const { stdout } = await colophon(command.split(' '), { cwd: root })
  const said = stdout.split('\n')
  expect(shown.split('\n').filter((line) => line.trim() !== '…' && !said.includes(line))).toEqual([])
  const [, missing] = / (\d+) missing;/.exec(shown) ?? []
  expect(text('README.md')).toContain(
    `${['no', 'one', 'two', 'three', 'four', 'five', 'six'][Number(missing)]} of its units aren't translated yet`,
  )
})

test('pictures are small enough for a page', () => {
  const pictures = globSync('docs/images/*', { cwd: root })
  expect(pictures.length).toBeGreaterThan(1)
  expect(pictures.filter((picture) => readFileSync(join(root, picture)).length > 150 * 1024)).toEqual([])
})
