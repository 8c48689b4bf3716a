import { expect, test } from 'vitest'
import { colophon } from '../support/cli.ts'
import { cloudFront } from '../support/cloudfront.ts'
import { article, config, smallSite } from '../support/small-site.ts'

const settings = { publish: { to: 'public', cloudfront: { distribution: 'E2QWRUHAPOMQZL' } } }

function site(more: object = settings) {
  return smallSite({ 'articles/one.md': article('One'), 'articles/two.md': article('Two'), 'colophon.config.json': config(more) })
}

test('CloudFront is told which pages changed, after the release is out, and nothing where nothing changed', async () => {
  const { asked, env } = await cloudFront()
  const { root, write } = site()
  const publish = () => colophon(['publish', '--json'], { cwd: root, env })
  await publish()
  expect(asked).toEqual([])
  await publish()
  expect(asked).toEqual([])

  write({ 'articles/one.md': article('One', 'Other text.') })
  const { status, stdout } = await publish()
  expect(status).toBe(0)
  expect(asked).toEqual([
    {
      path: '/2020-05-31/distribution/E2QWRUHAPOMQZL/invalidation',
      items: expect.arrayContaining(['/en/one/', '/en/one/index.html']),
      reference: JSON.parse(stdout).release,
    },
  ])
  expect(asked[0]?.items.join()).not.toContain('/en/two/')
})

test('where CloudFront refuses, the release is out, and the failure says so without repeating the answer', async () => {
  const { root, write } = site()
  await colophon(['publish'], { cwd: root, env: (await cloudFront()).env })
  write({ 'articles/one.md': article('One', 'Other text.') })
  const { status, stderr } = await colophon(['publish'], { cwd: root, env: (await cloudFront(403)).env })
  expect(status).toBe(3)
  expect(stderr).toContain('is published, but CloudFront')
  expect(stderr).toContain('AccessDenied')
  expect(stderr).not.toContain('not-so-secret')
  const again = await colophon(['publish', '--json'], { cwd: root, env: (await cloudFront()).env })
  expect(JSON.parse(again.stdout)).toMatchObject({ put: [], deleted: [] })
})

test('a distribution that is none is a mistake of the configuration', async () => {
  const { root } = site({ publish: { to: 'public', cloudfront: { distribution: 'https://d111.cloudfront.net' } } })
  const { status, stdout } = await colophon(['publish', '--json'], { cwd: root })
  expect([status, JSON.parse(stdout).error]).toEqual([
    2,
    expect.objectContaining({ code: 'config-invalid', what: expect.stringContaining('id of a CloudFront distribution') }),
  ])
})
