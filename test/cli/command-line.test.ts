import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { colophon, ended, fixture, startColophon } from '../support/cli.ts'
import { temporarySite } from '../support/temporary-site.ts'

const commands = ['check', 'sync', 'status', 'import', 'build', 'publish', 'export', 'merge-po', 'serve', 'start']

test('help names every command and what the exit status means', async () => {
  const { status, stdout, stderr } = await colophon(['--help'])
  expect([status, stderr]).toEqual([0, ''])
  for (const name of [...commands, 'Exit status:', 'Examples:']) expect(stdout).toContain(name)
})

test.each(commands)('%s --help has its options, the common ones and an example', async (name) => {
  const { status, stdout, stderr } = await colophon([name, '--help'])
  expect([status, stderr]).toEqual([0, ''])
  for (const part of [
    `Usage: colophon ${name}`,
    '--root <DIR>',
    '--locale <TAG>',
    '--article <ID>',
    '--json',
    '--quiet',
    '--help',
    `  colophon ${name}`,
  ])
    expect(stdout).toContain(part)
})

test('the version is that of the package', async () => {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
  expect(await colophon(['--version'])).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' })
})

describe('wrong use ends with 2, says what is wrong and where help is', () => {
  test.each<[words: readonly string[], what: string, help: string]>([
    [[], 'There is no command.', 'colophon --help'],
    [['chekc'], "Unknown command 'chekc'. Did you mean `check`?", 'colophon --help'],
    [['xyzzy'], "Unknown command 'xyzzy'.", 'colophon --help'],
    [['sync', '--chek'], "Unknown option '--chek'. Did you mean `--check`?", 'colophon sync --help'],
    [['status', 'a', 'b'], "Too many arguments for 'status'", 'colophon status --help'],
    [
      ['check', '--format', 'prety'],
      'Allowed choices are pretty, json, github, sarif, junit, rdjson, checkstyle.',
      'colophon check --help',
    ],
    [['build'], "Required option '--out <DIR>' not specified.", 'colophon build --help'],
    [['sync', '--locale'], "Option '--locale <TAG>' argument missing.", 'colophon sync --help'],
    [['sync', '--locale', ''], 'It is empty.', 'colophon sync --help'],
    [['sync', '--article', 'a,,b'], 'It is empty.', 'colophon sync --help'],
    [['serve', '--port', '65536'], 'Expected a whole number up to 65535.', 'colophon serve --help'],
    [['serve', '--port', '80a'], 'Expected a whole number up to 65535.', 'colophon serve --help'],
  ])('%j', async (words, what, help) => {
    const { status, stdout, stderr } = await colophon(words)
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toContain(`error[usage]:`)
    expect(stderr).toContain(what)
    expect(stderr).toContain(`next: See \`${help}\`.`)
  })

  test('for programs too', async () => {
    const { status, stdout } = await colophon(['sync', '--chek', '--json'])
    expect([status, JSON.parse(stdout).error.code]).toEqual([2, 'usage'])
  })
})

describe('a folder that is no site ends with 2', () => {
  test('one that is not there', async () => {
    const { status, stdout } = await colophon(['sync', '--root', '/no/such/folder', '--json'])
    expect([status, JSON.parse(stdout).error]).toMatchObject([2, { code: 'root-missing', what: 'There is no folder /no/such/folder.' }])
  })

  test('one without articles', async () => {
    const root = temporarySite({ 'locales/it/': '' })
    const { status, stdout } = await colophon(['sync', '--json'], { cwd: root })
    expect([status, JSON.parse(stdout).error]).toMatchObject([
      2,
      { code: 'no-articles', what: `${root} is no site: it has no folder \`articles\`.` },
    ])
  })

  test('one that is a file', async () => {
    const root = temporarySite({ 'a.txt': '' })
    expect((await colophon(['sync', '--root', `${root}/a.txt`])).status).toBe(2)
  })
})

test('a mistake in the configuration is shown in its place', async () => {
  const root = temporarySite({ 'articles/': '', 'colophon.config.json': '{\n  "locales": ["en"],\n  "sites": {}\n}\n' })
  const { status, stdout, stderr } = await colophon(['sync', '--root', root])
  expect([status, stdout]).toEqual([2, ''])
  expect(stderr).toBe(
    [
      'error[config-invalid]: colophon.config.json is not right: `sites` is no setting. Did you mean `site`?',
      '  at colophon.config.json:3:3',
      '  2 |   "locales": ["en"],',
      '> 3 |   "sites": {}',
      '    |   ^',
      '  4 | }',
      'next: Correct the file; the settings and their defaults stand in docs/configuration.md.',
      '',
    ].join('\n'),
  )
})

test('what goes wrong inside is told as a bug, its stack on demand', async () => {
  const root = temporarySite({
    'articles/': '',
    'colophon.config.js': 'export default { get locales() { throw new TypeError("inside") } }\n',
  })
  const plain = await colophon(['sync', '--root', root])
  expect(plain.status).toBe(3)
  expect(plain.stderr).toMatch(/^error\[internal-error\]: Colophon made a mistake of its own: inside\n/)
  expect(plain.stderr).toContain('Please report it')
  expect(plain.stderr).not.toContain('    at ')
  const debug = await colophon(['sync', '--root', root], { env: { COLOPHON_DEBUG: '1' } })
  expect(debug.stderr).toContain('TypeError: inside\n    at ')
})

test('an error that nobody waits for is told as well', async () => {
  const config = 'setImmediate(() => { throw new RangeError("late") })\nexport default { locales: ["en"] }\n'
  const { status, stderr } = await colophon(['check', '--root', temporarySite({ 'articles/': '', 'colophon.config.js': config })])
  expect(status).toBe(3)
  expect(stderr).toContain('error[internal-error]: Colophon made a mistake of its own: late\n')
})

test('a site without English has words in its pages all the same', async () => {
  const article = '---\ntitle: Kichwa\ndescription: Maelezo\ndate: 2026-01-01\nauthors: [Ada]\n---\n\nHabari.\n'
  const root = temporarySite({ 'articles/a.md': article, 'colophon.config.json': '{ "locales": ["sw"] }' })
  expect((await colophon(['build', '--out', 'out'], { cwd: root })).status).toBe(0)
  expect(readFileSync(`${root}/out/sw/index.html`, 'utf8')).toContain('Skip to content')
})

describe('colours', () => {
  test.each<[env: Record<string, string>, coloured: boolean]>([
    [{}, false],
    [{ FORCE_COLOR: '1' }, true],
    [{ NO_COLOR: '1' }, false],
    [{ NO_COLOR: '1', FORCE_COLOR: '0' }, false],
  ])('%j off a terminal: %s', async (env, coloured) => {
    const { stderr } = await colophon(['nothing'], { env })
    expect(stderr.includes('\u001b[')).toBe(coloured)
  })
})

test('a reader that closes the pipe changes nothing', async () => {
  const child = startColophon(['--help'])
  child.stdout?.destroy()
  expect(await ended(child)).toEqual({ status: 0, stdout: '', stderr: '' })
})

const pseudoTerminal = '/usr/bin/script'

/** What `check` says on a terminal. */
async function onTerminal(columns: number, env: Record<string, string>) {
  const command = `${process.execPath} ${new URL('../../pipeline/main.js', import.meta.url).pathname} check --root ${fixture('two-newsrooms')}`
  const { CI: _ci, NO_COLOR: _none, FORCE_COLOR: _force, ...inherited } = process.env
  const child = spawn(pseudoTerminal, ['-qec', `stty columns ${columns}; ${command}`, '/dev/null'], {
    env: { ...inherited, TERM: 'xterm', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  return await ended(child)
}

describe.skipIf(process.platform !== 'linux' || !existsSync(pseudoTerminal))('on a terminal', () => {
  // Remote shells and CI servers make such.
  test('without a width there are plain lines', async () => {
    const { status, stdout } = await onTerminal(0, {})
    expect([status, stdout]).toEqual([0, 'colophon: checking 2 articles\r\nNo mistakes found: 114 words in 5 files checked.\r\n'])
  })

  test.each<[env: Record<string, string>, coloured: boolean]>([
    [{}, true],
    [{ NO_COLOR: '1' }, false],
  ])('%j: the spinner is coloured, %s', async (env, coloured) => {
    const { stdout } = await onTerminal(80, env)
    expect(stdout).toContain('checking 2 articles')
    expect(/\u001b\[\d+m/.test(stdout)).toBe(coloured)
  })
})
