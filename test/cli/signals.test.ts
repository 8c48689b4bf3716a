import type { ChildProcess } from 'node:child_process'
import { expect, test } from 'vitest'
import { ended, fixture, startColophon } from '../support/cli.ts'
import { temporarySite } from '../support/temporary-site.ts'

/** The address that a server says it has. */
async function listening(child: ChildProcess): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      text += chunk.toString()
      const address = /http:\/\/\S+/.exec(text)?.[0]
      if (address !== undefined) resolve(address)
    })
  child.on('close', () => reject(new Error(`It ended: ${text}`)))
  return await promise
}

test.each(['SIGINT', 'SIGTERM'] as const)('%s ends a server, which is no failure', async (signal) => {
  const child = startColophon(['serve', '--port', '0'], { cwd: fixture('two-newsrooms') })
  const outcome = ended(child)
  const address = await listening(child)
  expect((await fetch(address)).status).toBe(200)
  child.kill(signal)
  expect((await outcome).status).toBe(0)
})

/** Enough to be still at work when the signal comes. */
function largeSite(): string {
  const article = (id: number) =>
    `---\ntitle: Title ${id}\ndescription: Description\ndate: 2026-01-01\nauthors: [Ada]\n---\n\nParagraph ${id}.\n`
  const articles = Array.from({ length: 2_000 }, (_, id) => [`articles/${id}.md`, article(id)] as const)
  return temporarySite({ ...Object.fromEntries(articles), 'colophon.config.json': '{ "locales": ["en", "it"] }' })
}

test.each([
  ['check', 'SIGINT', 130],
  ['sync', 'SIGTERM', 143],
  ['status', 'SIGINT', 130],
] as const)('%s stops by %s with %d', async (command, signal, status) => {
  const child = startColophon([command], { cwd: largeSite() })
  const outcome = ended(child)
  // The first line of progress says that work has begun.
  child.stderr?.once('data', () => child.kill(signal))
  const { status: found, stdout, stderr } = await outcome
  expect([found, stdout, stderr]).toEqual([status, '', expect.stringContaining(`error[interrupted]: Stopped by ${signal}.`)])
})
