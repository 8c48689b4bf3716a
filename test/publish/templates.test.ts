import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { ended, startColophon } from '../support/cli.ts'
import { article, config, smallSite, translation } from '../support/small-site.ts'

const files = { 'articles/one.md': article('One'), 'locales/it/articles/one.po': translation('it', 'One') }

/** A template of the site's own for articles. */
const template = (page: string) => `import { html } from 'colophon'\n\nexport default function article(view: any) {\n  ${page}\n}\n`

test.each([
  [
    'throws',
    template("if (view.locale.tag === 'it') throw new Error('no ink'); return html``"),
    'template-failed',
    4,
    /\/it\/one\/ \(it\)/,
  ],
  ['returns text', template("return '<p>Hello</p>'"), 'template-failed', null, /The template article failed on \/en\/one\/ \(en\)/],
  ['returns a promise', template('return Promise.resolve(html``)'), 'template-failed', null, /The template article failed/],
  ['is no TypeScript', template('return html`<p>` +'), 'template-invalid', 5, /templates\/article\.ts/],
  [
    'imports what is not there',
    `import { htm } from 'colophon'\nexport default () => htm\`\`\n`,
    'template-invalid',
    1,
    /templates\/article\.ts/,
  ],
  ['throws when it is loaded', `\nthrow new Error('no ink')\n`, 'template-invalid', 2, /templates\/article\.ts/],
  ['exports nothing', `export const article = 1\n`, 'template-invalid', null, /templates\/article\.ts/],
])('a template that %s stops the publish before anything is written, and is named', async (_, text, code, line, what) => {
  const { root } = smallSite({ ...files, 'templates/article.ts': text })
  const { status, stdout } = await ended(startColophon(['publish', '--to', 'public', '--json'], { cwd: root }))
  const { error } = JSON.parse(stdout)
  expect([status, error.code, error.line]).toEqual([2, code, line])
  expect(error.what).toMatch(what)
  if (line !== null) expect(error.file).toBe('templates/article.ts')
  expect(existsSync(join(root, 'public'))).toBe(false)
})

test('a stylesheet that is none stops the publish before anything is written, and the place is named', async () => {
  const { root } = smallSite({ ...files, 'templates/style.css': 'body {}\np, %{ color: red }\n' })
  const { status, stdout } = await ended(startColophon(['publish', '--to', 'public', '--json'], { cwd: root }))
  expect([status, JSON.parse(stdout).error]).toEqual([
    2,
    expect.objectContaining({ code: 'style-invalid', file: 'templates/style.css', line: 2, column: 4 }),
  ])
  expect(existsSync(join(root, 'public/en'))).toBe(false)
})

test('a stylesheet is minified where it is new, and not again', async () => {
  const { root, write } = smallSite({ ...files, 'templates/style.css': 'body {\n  color: #ff0000;\n}\n' })
  write({
    'loaded.ts': `import { registerHooks } from 'node:module'\nregisterHooks({ resolve(name, context, next) {
    if (name === 'lightningcss') process.stderr.write('loaded: lightningcss\\n')
    return next(name, context)
  } })\n`,
  })
  const publish = () =>
    ended(
      startColophon(['publish', '--to', 'public', '--json'], { cwd: root, env: { NODE_OPTIONS: `--import=${join(root, 'loaded.ts')}` } }),
    )
  const first = await publish()
  const [style = ''] = JSON.parse(first.stdout).put.filter((key: string) => key.endsWith('.css'))
  expect([first.stderr.includes('loaded: '), readFileSync(join(root, 'public', style), 'utf8')]).toEqual([true, 'body{color:red}'])
  write({ 'articles/one.md': article('One', 'New words.') })
  const second = await publish()
  expect([second.status, JSON.parse(second.stdout).put.includes('en/one/index.html'), second.stderr]).toEqual([
    0,
    true,
    expect.not.stringContaining('loaded: '),
  ])
})

test('serve shows each change of a template, an article and the configuration, and says what is wrong meanwhile', async () => {
  const site = smallSite({ ...files, 'templates/layout.ts': layout('first') })
  site.write({ 'colophon.config.json': config({ publish: { deleteLimit: 0 } }) })
  const child = startColophon(['serve', '--port', '0'], { cwd: site.root })
  const said = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const) child[name]?.on('data', (chunk: Buffer) => (said[name] += chunk.toString()))
  const url = await eventually(async () => /http:\S+/.exec(said.stdout)?.[0])
  const page = async () => (await fetch(new URL('en/one/', url))).text()
  expect(await page()).toContain('<b>first</b>')
  const steps: [string, string, () => Promise<boolean>][] = [
    ['templates/layout.ts', layout('second'), async () => (await page()).includes('<b>second</b>')],
    ['templates/layout.ts', 'export default (', async () => said.stderr.includes("can't be loaded")],
    ['templates/layout.ts', layout('third'), async () => (await page()).includes('<b>third</b>')],
    ['articles/one.md', '---\ntitle: [\n', async () => said.stderr.includes('articles/one.md:')],
    ['articles/one.md', article('One', 'New words.'), async () => (await page()).includes('New words.')],
    ['colophon.config.json', '{', async () => said.stderr.includes('colophon.config.json is not right')],
    ['colophon.config.json', config({ site: { name: 'Renamed' } }), async () => (await page()).includes('Renamed')],
  ]
  for (const [path, text, done] of steps) {
    site.write({ [path]: text })
    expect(await eventually(done), `${path}: ${text}`).toBe(true)
  }
  site.write({ articles: null })
  expect(await eventually(async () => said.stderr.includes('it has no folder `articles`'))).toBe(true)
  site.write({ 'articles/two.md': article('Two') })
  expect(await eventually(async () => (await fetch(new URL('en/one/', url))).status === 404)).toBe(true)
  child.kill('SIGINT')
  expect((await ended(child)).status).toBe(0)
})

function layout(mark: string): string {
  return `import { html } from 'colophon'\nexport default (view: any, { main }: any) => html\`<title>\${view.site.name}</title><b>${mark}</b>\${main}\`\n`
}

/** Ask until there is an answer. @returns it, or undefined after 20 s */
async function eventually<Answer>(ask: () => Promise<Answer | undefined | false>): Promise<Answer | undefined> {
  for (const end = Date.now() + 20_000; Date.now() < end; await setTimeout(20)) {
    const answer = await ask()
    if (answer) return answer
  }
  return undefined
}
