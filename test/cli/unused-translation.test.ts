import { expect, test } from 'vitest'
import { colophon } from '../support/cli.ts'
import { article, translation } from '../support/small-site.ts'
import { temporarySite } from '../support/temporary-site.ts'

test('a message whose text the article doesn’t have is noted with its place, and holds up nothing', async () => {
  const po = `${translation('it', 'Ferries', { body: 'They sail.' })}\nmsgid "Of last year, and long: ${'so many words '.repeat(5)}"\nmsgstr "Vecchio"\n`
  const root = temporarySite({
    'colophon.config.json': '{ "locales": ["en", "it"] }',
    'articles/ferries.md': article('Ferries', 'They sail.'),
    'locales/it/articles/ferries.po': po,
  })
  const check = async () => {
    const { status, stdout } = await colophon(['check', '--json'], { cwd: root })
    return { status, notes: JSON.parse(stdout).findings.filter(({ rule }: { rule: string }) => rule === 'unused-translation') }
  }
  expect(await check()).toMatchObject({
    status: 0,
    notes: [
      {
        ...{ severity: 'info', file: 'locales/it/articles/ferries.po', article: 'ferries', locale: 'it', column: 1 },
        line: po.split('\n').findIndex((line) => line.includes('Of last year')) + 1,
        message: expect.stringContaining('no text `Of last year, and long: so many words so many words so many…`'),
      },
    ],
  })
  await colophon(['sync', '--quiet'], { cwd: root })
  expect(await check()).toEqual({ status: 0, notes: [] })
})
