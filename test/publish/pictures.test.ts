import { expect, test } from 'vitest'
import { key } from '../support/key.ts'
import { article, smallSite } from '../support/small-site.ts'

/** All assets but the stylesheet. */
const isPicture = (key: string) => /^assets\/(?!style\.)/.test(key)

const picture = (src: string) => `image: { src: ${src}, alt: A picture }\n`

test.each([
  ['the same name in two folders', 'articles/a/p.jpg', 'articles/b/p.jpg'],
  ['names that differ in case', 'articles/a/p.jpg', 'articles/b/P.JPG'],
])('one picture under %s is one asset', async (_, one, other) => {
  const site = smallSite({
    'articles/a/index.md': article('A', 'Text.', picture(`./${one.slice(11)}`)),
    'articles/b/index.md': article('B', 'Text.', picture(`./${other.slice(11)}`)),
    [one]: 'bytes',
    [other]: 'bytes',
  })
  const { put, errors } = await site.publish()
  const [asset = '', ...more] = put.filter((name) => /^assets\/p/i.test(name))
  expect([errors, more]).toEqual([false, []])
  for (const page of ['en/a/index.html', 'en/b/index.html']) expect(await site.page(page)).toContain(`<img src="/${asset}"`)
})

test.each(['server.pem', 'id_rsa', 'credentials.json', 'x.p12', 'secrets.yaml', 'a.jpg.key', 'page.html'])(
  '%s is no picture',
  async (name) => {
    const site = smallSite({
      'articles/a.md': article('A', `![A picture](./${name})`),
      'articles/b.md': article('B', 'Text.', picture(`./${name}`)),
      'articles/c.md': article('C'),
      [`articles/${name}`]: 'secret',
    })
    const { put, held } = await site.publish()
    expect(put.filter(isPicture)).toEqual([])
    expect(put).toContain('en/c/index.html')
    expect(held.filter(({ locale }) => locale === 'en')).toEqual([
      { article: 'a', locale: 'en', why: expect.stringMatching(/^articles\/a\.md:8:\d+: `.*` is no picture/) },
      { article: 'b', locale: 'en', why: expect.stringMatching(/^articles\/b\.md:6:\d+: `.*` is no picture/) },
    ])
  },
)

const secrets = [
  'server.pem',
  'id_rsa',
  'credentials.json',
  'x.p12',
  'passwords.txt',
  '.env',
  'prod.env',
  'aws-credentials.csv',
  'rootkey.csv',
]
const active = ['page.html', 'page.xhtml', 'code.js', 'code.mjs', 'page.htm', 'style.css', 'feed.xml']

test.each([...secrets, ...active])('a link to %s publishes nothing', async (name) => {
  const site = smallSite({ 'articles/a.md': article('A', `[Here](./${name})`), [`articles/${name}`]: 'secret' })
  const { put } = await site.publish()
  expect(put.filter(isPicture)).toEqual([])
})

test.each(['.env', '.hidden/p.jpg'])('%s, whose name begins with a dot, is not published', async (name) => {
  const site = smallSite({ 'articles/a.md': article('A', `![A picture](./${name})`), [`articles/${name}`]: 'secret' })
  const { put, errors } = await site.publish()
  expect([errors, put.filter(isPicture)]).toEqual([true, []])
})

test.each(['report.pdf', 'data.csv', 'secret-memo.pdf', 'passwords.png', 'tokenised.csv'])('a link to %s publishes it', async (name) => {
  const site = smallSite({ 'articles/a.md': article('A', `[Here](./${name})`), [`articles/${name}`]: 'text' })
  const { put, errors } = await site.publish()
  expect([errors, put.filter(isPicture)]).toEqual([false, [expect.stringContaining(`assets/${name.replace(/\.\w+$/, '')}.`)]])
})

test.each([
  ['notes.dat', '-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEAAAAA\n'],
  ['deploy.log', 'export AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE'],
  ['chart.png', `\u0089PNG and then ghp_${'a1B2'.repeat(9)}`],
])('%s holds a key: the article is held back, the finding names the file, nothing of it goes out', async (name, content) => {
  const link = name.endsWith('.png') ? `![A chart](${name})` : `[The notes](${name})`
  const site = smallSite({ 'articles/a.md': article('A', link), 'articles/b.md': article('B'), [`articles/${name}`]: content })
  const { put, held } = await site.publish()
  expect([put.filter(isPicture), put.includes(key('en/b/index.html'))]).toEqual([[], true])
  expect(held.filter(({ locale }) => locale === 'en')).toEqual([
    {
      article: 'a',
      locale: 'en',
      why: expect.stringMatching(new RegExp(`^articles/a\\.md:8:\\d+: The file \`${name}\` holds what looks like a key`)),
    },
  ])
})
