import { execFileSync, spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { temporarySite } from '../support/temporary-site.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const jar = join(dirname(createRequire(import.meta.url).resolve('vnu-jar/package.json')), 'build/dist/vnu.jar')
const isThere = spawnSync('java', ['-version']).status === 0

interface Message {
  readonly type: string
  readonly url?: string
  readonly message: string
  readonly extract?: string
}

/** What the W3C's validator says of all pages below a folder. */
function validated(folder: string): readonly Message[] {
  const { stderr } = spawnSync('java', ['-jar', jar, '--format', 'json', '--skip-non-html', folder], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  return JSON.parse(stderr).messages
}

test.skipIf(isThere)('SKIPPED: no Java on this machine; the Nu validator was not asked', () => {})

test.runIf(isThere)(
  'the Nu validator finds nothing wrong with any page of the demo, and sees a planted mistake',
  { timeout: 180_000 },
  () => {
    const out = join(temporarySite({ 'site/': '' }), 'site')
    execFileSync(process.execPath, [join(root, 'pipeline/main.js'), 'build', '--root', root, '--out', out, '--quiet'])
    writeFileSync(join(out, 'planted.html'), '<!doctype html><html lang="en"><title>Planted</title><p id="a"></p><p id="a"></p></html>')
    const messages = validated(out)
    const planted = messages.filter(({ url = '' }) => url.endsWith('planted.html'))
    expect(planted.map(({ type, message }) => `${type}: ${message}`)).toContain('error: Duplicate ID “a”.')
    expect(messages.filter((message) => !planted.includes(message))).toEqual([])
  },
)
