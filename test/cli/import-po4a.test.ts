import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { ImportedCatalog } from '../../pipeline/commands/imported.ts'
import { colophon } from '../support/cli.ts'
import { temporarySite } from '../support/temporary-site.ts'

const isHere = ['po4a-updatepo', 'msgen'].every((program) => spawnSync(program, ['--version']).status === 0)
if (!isHere) process.stderr.write('SKIPPED: po4a and gettext aren’t here, so no catalog that po4a made is taken over\n')

/** All that po4a writes in a way of its own. */
const page = `---
title: Two ferries
description: They sail from Monday.
date: 2026-01-02
authors: [Ada]
---

# Two *new* ferries

From Monday on, two ferries sail from the old harbour to the island, at
[ten][times] and at noon, says the [port](https://port.example "The port").
It costs 12 euros.

[times]: times.md

What changes
------------

* The first boat leaves **earlier**.
* The last one
  stays.
  1. Nested one
  2. Nested two

> A quotation
> of two lines.

| Boat | Crew |
|------|-----:|
| Ada  | 12   |

A hard\\
break, and${'  '}
another. Press <kbd>Enter</kbd>.[^1]

\`\`\`sh
# a comment
echo "hello"
\`\`\`

[^1]: A note with \`code\`.
`

test.runIf(isHere)('a catalog that po4a made translates the whole page', async () => {
  const root = temporarySite({ 'colophon.config.json': '{ "locales": ["en", "de"] }', 'articles/boats.md': page, 'po/': '' })
  const inPo = { cwd: join(root, 'po'), encoding: 'utf8' } as const
  const wanted = [
    '-f',
    'text',
    '-o',
    'markdown',
    '-o',
    'yfm_keys=title,description',
    '-M',
    'UTF-8',
    '-m',
    '../articles/boats.md',
    '-p',
    'boats.pot',
  ]
  expect(spawnSync('po4a-updatepo', wanted, inPo).status).toBe(0)
  // Its "translations" are the sources.
  expect(spawnSync('msgen', ['--lang=de', '-o', 'de.po', 'boats.pot'], inPo).status).toBe(0)
  const { status, stdout } = await colophon(['import', '--catalog', 'de=po/de.po', '--json', '--quiet'], { cwd: root })
  const [{ pairs, left, fuzzy }] = JSON.parse(stdout).catalogs as [ImportedCatalog]
  expect([status, fuzzy, left.map(({ why, source }) => [why, source])]).toEqual([
    0,
    0,
    [
      ['markup', '[times]: times.md'],
      ['code', '# a comment\necho "hello"\n'],
    ],
  ])
  expect(pairs.map(({ target, source }) => target.text === source.text)).toEqual(Array.from({ length: 16 }, () => true))
  const read = await colophon(['status', '--json', '--quiet'], { cwd: root })
  expect(JSON.parse(read.stdout).locales.de).toMatchObject({ units: 16, translated: 16, outdated: 0 })
  expect(readFileSync(join(root, 'locales/de/articles/boats.po'), 'utf8')).toContain(
    'says the [port](https://port.example \\"The port\\"). It costs',
  )
})
