import { Writable } from 'node:stream'
import { expect, test } from 'vitest'
import { createProgress, type ProgressMode, progressMode } from '../../pipeline/report/progress.ts'

test.each<[circumstances: Parameters<typeof progressMode>[0], mode: ProgressMode]>([
  [{ quiet: false, columns: 80, env: {} }, 'animated'],
  [{ quiet: false, columns: 80, env: { CI: 'false' } }, 'animated'],
  [{ quiet: false, columns: 80, env: { CI: 'true' } }, 'plain'],
  [{ quiet: false, columns: 80, env: { CI: '1' } }, 'plain'],
  [{ quiet: false, columns: 80, env: { TERM: 'dumb' } }, 'plain'],
  [{ quiet: false, columns: 0, env: {} }, 'plain'],
  [{ quiet: true, columns: 80, env: {} }, 'silent'],
  [{ quiet: true, columns: 0, env: { CI: 'true' } }, 'silent'],
])('%j: %s', (circumstances, mode) => {
  expect(progressMode(circumstances)).toBe(mode)
})

async function told(mode: ProgressMode): Promise<string> {
  let text = ''
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      text += chunk.toString()
      done()
    },
  })
  const progress = await createProgress(mode, stream, { colour: false })
  progress.stage('reading 6 articles')
  progress.stage('writing')
  progress.note('http://localhost:4000')
  progress.end()
  return text
}

test('off a terminal every stage is a line', async () => {
  expect(await told('plain')).toBe('colophon: reading 6 articles\ncolophon: writing\ncolophon: http://localhost:4000\n')
})

test('silence is silent', async () => {
  expect(await told('silent')).toBe('')
})

test('a spinner names every stage', async () => {
  expect(await told('animated')).toMatch(/reading 6 articles[\s\S]*writing[\s\S]*http:\/\/localhost:4000/)
})
