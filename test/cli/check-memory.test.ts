import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { check } from '../../pipeline/commands/check.ts'
import type { CheckOptions } from '../../pipeline/commands/options.ts'
import { makeFolders } from '../../pipeline/disk/make-folders.ts'
import { silentContext } from '../support/small-site.ts'
import { temporarySite } from '../support/temporary-site.ts'

const article = (body: string, title = 'Talks') =>
  `---\ntitle: ${title}\ndescription: What was said\ndate: 2026-07-21\nauthors: [Ada]\n---\n\n${body}\n`
const catalog = (...pairs: readonly (readonly [string, string])[]) =>
  `msgid ""\nmsgstr ""\n"Language: it\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n${pairs.map(([id, text]) => `\nmsgid ${JSON.stringify(id)}\nmsgstr ${JSON.stringify(text)}\n`).join('')}`

const site: Readonly<Record<string, string>> = {
  'colophon.config.json': JSON.stringify({ locales: ['en', 'it'], check: { rules: { spelling: 'off' } } }),
  'articles/a.md': article(
    'Ministers met Araghchi. Then Araghchi spoke, and Araghchi left.\n\nSee [the other](b.md#when).\n\nThe talks end today.',
  ),
  'articles/b.md': article('They said that Araghchi would go.\n\n## When\n\nThe talks end today.', 'More talks'),
  'locales/it/articles/a.po': catalog(['The talks end today.', 'I colloqui finiscono oggi.']),
  'locales/it/articles/b.po': catalog(['The talks end today.', 'I colloqui finiscono oggi.']),
}

const options: CheckOptions = {
  locales: [],
  articles: [],
  json: true,
  files: [],
  format: 'json',
  fix: false,
  pages: false,
  baseline: null,
  updateBaseline: false,
}

async function found(root: string, more: Partial<CheckOptions> = {}): Promise<string> {
  const written: string[] = []
  const context = silentContext(root, new Date('2026-11-23'))
  await check({ ...options, ...more }, { ...context, stdout: { colour: false, write: (text) => written.push(text) } })
  return written.join('')
}

const memory = (root: string) => join(root, '.colophon/check.json')

async function foundAnew(root: string, more: Partial<CheckOptions> = {}): Promise<string> {
  const kept = existsSync(memory(root)) ? readFileSync(memory(root)) : null
  rmSync(memory(root), { force: true })
  const result = await found(root, more)
  if (kept !== null) writeFileSync(memory(root), kept)
  return result
}

/** Null takes the file away. */
type Change = readonly [path: string, text: string | null]

function apply(root: string, [path, text]: Change): void {
  rmSync(join(root, path), { force: true })
  if (text === null) return
  makeFolders(dirname(join(root, path)))
  writeFileSync(join(root, path), text)
}

describe('a change is noticed', () => {
  test.each<[what: string, change: Change, rule: string]>([
    ['in the article', ['articles/a.md', article('The the talks.')], 'doubled-word'],
    [
      'in a catalog',
      ['locales/it/articles/a.po', catalog(['The talks end today.', 'I i colloqui finiscono oggi.'])],
      'inconsistent-translation',
    ],
    ['in another article that it links to', ['articles/b.md', article('## Where\n\nNothing.', 'More talks')], 'broken-link'],
    ['of an article that is gone', ['articles/b.md', null], 'broken-link'],
    [
      'in another translation of the same source',
      ['locales/it/articles/b.po', catalog(['The talks end today.', 'Oggi è finita.'])],
      'inconsistent-translation',
    ],
    [
      'in the style of the house',
      ['locales/en/style.yaml', 'rules:\n  - name: a\n    kind: existence\n    words: [ministers]\n'],
      'house-style',
    ],
    [
      'in the settings',
      ['colophon.config.json', JSON.stringify({ locales: ['en', 'it'], check: { rules: { nonsense: 'off' } } })],
      'unknown-rule',
    ],
    ['of an address that another article takes', ['articles/c.md', article('Text.').replace('date:', 'slug: a\ndate:')], 'duplicate-slug'],
  ])('%s', async (_, change, rule) => {
    const root = temporarySite(site)
    await found(root)
    apply(root, change)
    if (rule === 'unknown-rule') return await expect(found(root)).rejects.toThrow('no rule')
    const now = await found(root)
    expect(now).toContain(`"${rule}"`)
    expect(now).toBe(await foundAnew(root))
  })
})

describe('a unit that hasn’t changed isn’t checked again', () => {
  const planted = { range: { start: 0, end: 3 }, message: 'Remembered', expected: [] }

  /** Writes into the memory that `doubled-word` found something in every unit: only who reads it there says so. */
  function plant(root: string): void {
    const known = JSON.parse(readFileSync(memory(root), 'utf8'))
    const units = Object.values<Record<string, Record<string, unknown>>>(known.results).flatMap((entry) =>
      Object.values(entry['units'] ?? {}),
    )
    for (const hits of units) Object.assign(hits as object, { 'doubled-word': [planted] })
    writeFileSync(memory(root), JSON.stringify(known))
  }

  const remembered = async (root: string) => {
    const { findings } = JSON.parse(await found(root))
    return findings
      .filter(({ message }: { message: string }) => message === 'Remembered')
      .map(({ file, line }: { file: string; line: number }) => `${file}:${line}`)
  }

  test('where another one of its article has', async () => {
    const root = temporarySite(site)
    await found(root)
    plant(root)
    apply(root, ['articles/b.md', article('They said that Araghchi will go.\n\n## When\n\nThe talks end today.', 'More talks')])
    const [title, description, changed, heading, same] = [2, 3, 8, 10, 12].map((line) => `articles/b.md:${line}`)
    const all = await remembered(root)
    expect(all).toEqual(expect.arrayContaining([title, description, heading, same, 'locales/it/articles/b.po:7']))
    expect(all).not.toContain(changed)
  })

  test('unless the house has', async () => {
    const root = temporarySite(site)
    await found(root)
    plant(root)
    apply(root, ['locales/en/words.txt', 'Araghchi\n'])
    expect(await remembered(root)).toEqual([])
  })
})

const texts = [
  'Araghchi came.',
  'Araghci came.',
  'The the end.',
  'See [b](b.md#when).',
  'See [c](c.md).',
  '![x](y.png)',
  'The talks end today.',
  '## When\n\nText.',
]
const bodies = fc.array(fc.constantFrom(...texts), { minLength: 1, maxLength: 4 }).map((parts) => article(parts.join('\n\n')))
const catalogs = fc
  .array(fc.tuple(fc.constantFrom(...texts), fc.constantFrom('Araghchi venne.', 'Araghci venne.', 'I colloqui.', 'Vedi [b](b.md).')), {
    maxLength: 4,
  })
  .map((pairs) => catalog(...new Map(pairs)))
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(fc.constantFrom('articles/a.md', 'articles/b.md', 'articles/c.md'), fc.oneof(bodies, fc.constant(null))),
  fc.tuple(
    fc.constantFrom('locales/it/articles/a.po', 'locales/it/articles/b.po', 'locales/it/articles/c.po'),
    fc.oneof(catalogs, fc.constant(null)),
  ),
  fc.tuple(fc.constantFrom('locales/en/words.txt', 'locales/it/words.txt'), fc.constantFrom('Araghci\n', 'two words\n', null)),
  fc.tuple(
    fc.constant('locales/en/style.yaml'),
    fc.constantFrom('rules:\n  - name: a\n    kind: existence\n    words: [end]\n', 'rules: 5\n', null),
  ),
)
const filters: fc.Arbitrary<Partial<CheckOptions>> = fc.constantFrom(
  {},
  { locales: ['it'] },
  { articles: ['keep'] },
  { files: ['articles/keep.md'] },
)

test.prop([fc.array(fc.tuple(change, filters), { minLength: 1, maxLength: 6 })], { numRuns: 6 })(
  'whatever changes, and whatever was asked for before, what is remembered equals what is found anew',
  async (changes) => {
    const root = temporarySite({ ...site, 'articles/keep.md': article('Text.', 'Kept') })
    for (const [one, filter] of changes) {
      apply(root, one)
      expect(await found(root, filter)).toBe(await foundAnew(root, filter))
    }
  },
  120_000,
)
