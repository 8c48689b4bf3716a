import { once } from 'node:events'
import { existsSync, symlinkSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { colophon } from '../support/cli.ts'
import { article, config, smallSite } from '../support/small-site.ts'

const files = { 'articles/one.md': article('One') }

async function failureOf(words: readonly string[], root: string) {
  const { status, stdout } = await colophon([...words, '--json'], { cwd: root })
  return [status, JSON.parse(stdout).error.code]
}

test.each([
  ['publish', '--to', '.'],
  ['publish', '--to', 'articles'],
  ['publish', '--to', 'locales/it'],
  ['publish', '--to', 'linked/new'],
  ['build', '--out', 'linked'],
])('%s %s %s would write among the sources and is refused', async (...words) => {
  const { root } = smallSite(files)
  symlinkSync(join(root, 'articles'), join(root, 'linked'))
  expect(await failureOf(words, root)).toEqual([2, 'build-into-source'])
  expect(existsSync(join(root, 'articles/_colophon'))).toBe(false)
})

test('so is a publish.to of the configuration', async () => {
  const { root } = smallSite({ ...files, 'colophon.config.json': config({ publish: { to: 'articles/out' } }) })
  expect(await failureOf(['publish'], root)).toEqual([2, 'build-into-source'])
})

test.each([
  ['publish', '--to', ''],
  ['build', '--out', ' '],
  ['check', '--root', ''],
])('%s %s %j names nothing: an unset variable must not mean the working directory', async (...words) => {
  expect(await failureOf(words, smallSite(files).root)).toEqual([2, 'usage'])
})

test('a stylesheet that is a folder is a failure of the disk, not of ours', async () => {
  const { root } = smallSite({ ...files, 'templates/style.css/a': '' })
  expect(await failureOf(['publish', '--to', 'public'], root)).toEqual([3, 'disk-failed'])
})

test.each(['', 'somewhere, far away'])('the region %j is told to be wrong', async (region) => {
  const { root } = smallSite(files)
  const env = {
    AWS_REGION: region,
    AWS_DEFAULT_REGION: '',
    AWS_CONFIG_FILE: '/dev/null',
    AWS_ACCESS_KEY_ID: 'a',
    AWS_SECRET_ACCESS_KEY: 'b',
  }
  const { status, stdout } = await colophon(['publish', '--to', 's3://news', '--json'], { cwd: root, env })
  expect([status, JSON.parse(stdout).error.code]).toEqual([3, 'store-region'])
})

test('a port that is in use stops start before anything is published, with one document', async () => {
  const site = smallSite({ ...files, 'colophon.config.json': config({ publish: { to: 'public' } }) })
  await using server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  expect(await failureOf(['start', '--port', String(port)], site.root)).toEqual([3, 'port-in-use'])
  expect(existsSync(join(site.root, 'public'))).toBe(false)
})
