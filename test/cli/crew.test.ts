import { rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { fc, test } from '@fast-check/vitest'
import { afterEach, describe, expect } from 'vitest'
import { Crew } from '../../pipeline/commands/crew.ts'
import { gatherSite } from '../../pipeline/commands/gather-site.ts'
import { type Newsroom, openNewsroom } from '../../pipeline/commands/newsroom.ts'
import { openSite } from '../../pipeline/commands/open-site.ts'
import { temporarySite } from '../support/temporary-site.ts'

const article = (body: string) => `---\ntitle: Talks\ndescription: What was said\ndate: 2026-07-21\nauthors: [Ada]\n---\n\n${body}\n`
const catalog = (text: string) => `msgid ""\nmsgstr ""\n"Language: it\\n"\n\nmsgid "The talks end today."\nmsgstr ${JSON.stringify(text)}\n`

const never = new AbortController().signal
const crews: Crew[] = []

afterEach(async () => {
  for (const crew of crews.splice(0)) await crew.close()
})

function crewOf(room: Newsroom, threads: number, signal = never): Crew {
  const crew = new Crew(room, signal, { threads, worthwhile: 1 })
  crews.push(crew)
  return crew
}

async function roomOf(files: Readonly<Record<string, string>>): Promise<Newsroom> {
  const root = temporarySite({ 'colophon.config.json': JSON.stringify({ locales: ['en', 'it'] }), ...files })
  return await openNewsroom({ root, clock: () => new Date('2026-11-23') }, await openSite(root, { locales: [], articles: [] }))
}

const noFacts = { facts: () => undefined, setFacts: () => undefined }

async function checkedBy(crew: Crew, room: Newsroom) {
  await crew.learn(await gatherSite(room, noFacts, (ids, disputed) => crew.facts(ids, disputed)))
  return await crew.check(
    room.files.articles.map(({ id }) => id),
    () => ({}),
  )
}

const bodies = fc.constantFrom(
  'Ministers met Araghchi. Then Araghchi spoke, and Araghchi left.',
  'They met Araghci at nite.',
  'The the end.',
  'See [another](0.md#there).',
  'The talks end today.',
)
const translations = fc.constantFrom('I colloqui finiscono oggi.', 'Oggi è finita.', 'I i colloqui.', '')

test.prop([fc.array(fc.tuple(bodies, translations), { minLength: 1, maxLength: 12 })], { numRuns: 3 })(
  'three threads find what one finds, in the same order',
  async (all) => {
    const files = all.flatMap(([body, text], nth) => [
      [`articles/${nth}.md`, article(body)],
      [`locales/it/articles/${nth}.po`, catalog(text)],
    ])
    const room = await roomOf(Object.fromEntries(files))
    const alone = await checkedBy(crewOf(room, 1), room)
    expect(alone.size).toBe(all.length)
    expect([...(await checkedBy(crewOf(room, 3), room))]).toEqual([...alone])
  },
  120_000,
)

describe('who can’t go on', () => {
  const files = Object.fromEntries(Array.from({ length: 12 }, (_, nth) => [`articles/${nth}.md`, article('Text.')]))

  test.each([1, 3])('says so by the same failure: %i threads', async (threads) => {
    const room = await roomOf(files)
    for (const { path } of room.files.articles) {
      rmSync(join(room.root, path))
      symlinkSync(path.split('/').at(-1) ?? '', join(room.root, path))
    }
    await expect(checkedBy(crewOf(room, threads), room)).rejects.toMatchObject({ code: 'disk-failed', text: { exit: 3 } })
  })

  test('stops where the check is stopped', async () => {
    const stop = new AbortController()
    const room = await roomOf(files)
    const crew = crewOf(room, 2, stop.signal)
    stop.abort(new Error('enough'))
    await expect(checkedBy(crew, room)).rejects.toThrow('enough')
  })
})
