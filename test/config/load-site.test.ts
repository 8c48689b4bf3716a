import { basename } from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadSite } from '../../pipeline/config/load-site.ts'
import type { Site } from '../../pipeline/model/site.ts'
import { failureFrom } from '../support/failure-from.ts'
import { temporarySite } from '../support/temporary-site.ts'

const json = (config: unknown): string => temporarySite({ 'colophon.config.json': JSON.stringify(config, null, 2) })
const tags = ({ locales }: Site): readonly string[] => locales.map(({ tag }) => tag)

test('everything but the locales has a default', async () => {
  const root = json({ locales: ['it', 'en'] })
  const plain = { fallback: [], incomplete: 'hold', calendar: null, numberingSystem: null }
  expect(await loadSite(root)).toEqual({
    name: basename(root),
    url: 'http://localhost:4000',
    timeZone: 'UTC',
    sourceLocale: 'en',
    locales: [
      { tag: 'it', ...plain },
      { tag: 'en', ...plain },
    ],
    pictures: { hosts: [], widths: [400, 800, 1200, 1600], sizes: '(min-width: 48rem) 46.5rem, 92vw' },
    fonts: [],
    cards: null,
    llms: false,
    search: false,
    feeds: { latest: 30, latestOfTag: 10, hub: null },
    rules: new Map(),
    publish: {
      to: null,
      endpoint: null,
      region: null,
      deleteLimit: 256,
      keepReleases: 20,
      compress: 'none',
      cloudfront: null,
      leaseSeconds: 60,
      previewDays: 14,
    },
  })
})

test('the source locale is the first one where English is none of them', async () => {
  expect((await loadSite(json({ locales: ['fr', 'it'] }))).sourceLocale).toBe('fr')
})

test('every setting reaches the site', async () => {
  const site = await loadSite(
    json({
      site: { name: 'Strait & Sound', url: 'https://News.example/world/', timeZone: 'Europe/Brussels' },
      sourceLocale: 'PT-br',
      locales: ['en', { tag: 'pt-br', fallback: ['pt', 'en'], incomplete: 'mark', calendar: 'gregory', numberingSystem: 'latn' }],
      incomplete: 'source',
      llms: true,
      feeds: { latest: 20, latestOfTag: 0, hub: 'https://hub.example/' },
      pictures: { hosts: ['Images.example'], widths: [640, 320, 640], sizes: '50vw' },
      fonts: [{ family: 'Amiri', file: 'fonts/amiri.ttf', use: 'display', weight: 700, locales: ['pt-br'] }],
      cards: { fonts: ['fonts/own.ttf'], accent: '#00aa00' },
      search: true,
      check: { rules: { 'doubled-word': 'error', spelling: ['warning', { ignoreNames: true }] } },
      publish: {
        to: 's3://bucket/prefix',
        endpoint: 'https://s3.example/',
        region: 'eu-1',
        deleteLimit: 0,
        keepReleases: 1,
        compress: 'gzip',
        cloudfront: { distribution: 'E2QWRUHAPOMQZL', by: 'tag' },
        leaseSeconds: 30,
        previewDays: 3,
      },
    }),
  )
  expect(site).toEqual({
    name: 'Strait & Sound',
    url: 'https://news.example/world',
    timeZone: 'Europe/Brussels',
    sourceLocale: 'pt-BR',
    locales: [
      { tag: 'en', fallback: [], incomplete: 'source', calendar: null, numberingSystem: null },
      { tag: 'pt-BR', fallback: ['pt', 'en'], incomplete: 'mark', calendar: 'gregory', numberingSystem: 'latn' },
    ],
    pictures: { hosts: ['images.example'], widths: [320, 640], sizes: '50vw' },
    fonts: [
      {
        family: 'Amiri',
        file: 'fonts/amiri.ttf',
        use: ['display'],
        weight: '700',
        style: 'normal',
        display: 'optional',
        locales: ['pt-BR'],
      },
    ],
    cards: { fonts: ['fonts/own.ttf'], paper: '#fffdf9', ink: '#1d1b18', accent: '#00aa00' },
    search: true,
    llms: true,
    feeds: { latest: 20, latestOfTag: 0, hub: 'https://hub.example/' },
    rules: new Map([
      ['doubled-word', { setting: 'error', options: {} }],
      ['spelling', { setting: 'warning', options: { ignoreNames: true } }],
    ]),
    publish: {
      to: 's3://bucket/prefix',
      endpoint: 'https://s3.example',
      region: 'eu-1',
      deleteLimit: 0,
      keepReleases: 1,
      compress: 'gzip',
      cloudfront: { distribution: 'E2QWRUHAPOMQZL', by: 'tag' },
      leaseSeconds: 30,
      previewDays: 3,
    },
  })
})

describe('a site without a configuration', () => {
  test('has English and the locales that have a folder', async () => {
    const site = await loadSite(temporarySite({ 'locales/it/': '', 'locales/ar/': '', 'locales/no folder': '', 'locales/pt-br/': '' }))
    expect([site.sourceLocale, ...tags(site)]).toEqual(['en', 'en', 'ar', 'it'])
  })

  test('has English alone where there are no folders', async () => {
    expect(tags(await loadSite(temporarySite({})))).toEqual(['en'])
  })
})

test('two configurations are one too many', async () => {
  const { code, text } = await failureFrom(() => loadSite(temporarySite({ 'colophon.config.ts': '', 'colophon.config.json': '' })))
  expect([code, text.exit]).toEqual(['config-twice', 2])
  expect(text.what).toContain('colophon.config.ts, colophon.config.json')
})

test('a folder that is not there is named', async () => {
  const { code, text } = await failureFrom(() => loadSite('/no/such/folder'))
  expect([code, text.exit, text.what]).toEqual(['root-missing', 2, 'There is no folder /no/such/folder.'])
})

test('a configuration that is not UTF-8 is refused', async () => {
  const { text } = await failureFrom(() => loadSite(temporarySite({ 'colophon.config.json': Buffer.from([0x7b, 0xff, 0x7d]) })))
  expect(text.why).toBe('It is not UTF-8.')
})

describe('a mistake in JSON', () => {
  const mistakes: readonly [text: string, place: string, what: string][] = [
    ['{\n  "locales": ["en",]\n}', '2:20', 'expected a value, found `]`'],
    ['{\n  "locales": ["en"]\n  "site": {}\n}', '3:3', 'expected `,` or `}`'],
    ['{ "locales": ["en"] } x', '1:23', 'expected the end of the file, found `x`'],
    ['', '1:1', 'expected a value, found the end of the file'],
    ['{ locales: [] }', '1:3', 'expected a name in double quotes, found `locales`'],
    ['{\n  "locales": []\n}', '2:14', '`locales`: expected at least one, found none'],
    ['{}', '1:1', '`locales`: expected a list, found nothing'],
    ['[]', '1:1', 'expected an object, found a list'],
    ['{\n  "locales": ["en"],\n  "sourcelocale": "en"\n}', '3:3', '`sourcelocale` is no setting. Did you mean `sourceLocale`?'],
    ['{\n  "locales": ["en", { "tag": "it", "fallbak": [] }]\n}', '2:36', '`locales[1].fallbak` is no setting. Did you mean `fallback`?'],
    ['{\n  "locales": ["en", "e n"]\n}', '2:21', '`locales[1]`: expected a BCP 47 tag such as `pt-BR`, found `e n`'],
    ['{\n  "locales": [{ "tag": "en", "formats": "de-AT" }]\n}', '2:41', '`locales[0].formats`: expected a variety of `en`, found `de-AT`'],
    ['{\n  "locales": ["en", "EN"]\n}', '2:21', '`locales[1]`: `en` is already in the list'],
    ['{\n  "locales": ["en", 7]\n}', '2:21', '`locales[1]`: expected an object, found `7`'],
    [
      '{\n  "locales": ["en"],\n  "incomplete": "hol"\n}',
      '3:17',
      '`incomplete`: expected `hold`, `mark`, or `source`, found `hol`. Did you mean `hold`?',
    ],
    ['{\n  "locales": ["en"],\n  "sourceLocale": "it"\n}', '3:19', '`sourceLocale`: expected one of `locales` (en), found `it`'],
    ['{\n  "locales": ["en"],\n  "site": { "timeZone": "Europe/Brusels" }\n}', '3:25', '`site.timeZone`: expected an IANA time zone'],
    ['{\n  "locales": ["en"],\n  "site": { "url": "news.example" }\n}', '3:20', '`site.url`: expected an absolute address'],
    ['{\n  "locales": ["en"],\n  "site": { "url": "ftp://news.example" }\n}', '3:20', '`site.url`: expected an absolute address'],
    ['{\n  "locales": ["en"],\n  "site": { "url": "https://news.example/?a" }\n}', '3:20', '`site.url`: expected an absolute address'],
    ['{\n  "locales": ["en"],\n  "publish": { "to": "ftp://x" }\n}', '3:22', '`publish.to`: expected `s3://bucket/prefix` or a folder'],
    ['{\n  "locales": ["en"],\n  "publish": { "deleteLimit": -1 }\n}', '3:31', '`publish.deleteLimit`: expected at least 0, found `-1`'],
    [
      '{\n  "locales": ["en"],\n  "pictures": { "hosts": ["https://a.example"] }\n}',
      '3:27',
      '`pictures.hosts[0]`: expected the name of a host',
    ],
    [
      '{\n  "locales": ["en"],\n  "fonts": [{ "family": "A\\"}", "file": "a.ttf" }]\n}',
      '3:25',
      '`fonts[0].family`: expected a name of letters',
    ],
    [
      '{\n  "locales": ["en"],\n  "fonts": [{ "family": "A", "file": "a.ttf", "locales": ["fr"] }]\n}',
      '3:59',
      '`fonts[0].locales[0]`: expected one of `locales` (en), found `fr`.',
    ],
    ['{\n  "locales": ["en"],\n  "check": { "rules": { "spelling": "eror" } }\n}', '3:37', '`check.rules.spelling`: expected `error`'],
    ['{\n  "locales": [{ "tag": "fa", "calendar": "gregorian" }]\n}', '2:42', '`locales[0].calendar`: expected one of'],
    ['{\n  "locales": [{ "tag": "pt", "fallback": ["pt"] }]\n}', '2:42', '`locales[0].fallback` leads in a circle: pt → pt'],
    ['{\n  "locales": [{ "tag": "pt", "fallback": ["qq"] }]\n}', '2:43', '`locales[0].fallback[0]`: `qq` is no language that is known'],
    ['{\n  "locales": [{ "tag": "pt", "fallback": ["en", "en"] }]\n}', '2:42', '`locales[0].fallback`: a locale stands there twice'],
  ]
  test.each(mistakes)('%j is found at %s', async (config, place, what) => {
    const { code, text } = await failureFrom(() => loadSite(temporarySite({ 'colophon.config.json': config })))
    expect([code, text.exit, `${text.place?.line}:${text.place?.column}`]).toEqual(['config-invalid', 2, place])
    expect(text.what).toContain(what)
  })

  test('a byte order mark counts as nothing', async () => {
    expect(tags(await loadSite(temporarySite({ 'colophon.config.json': '\uFEFF{ "locales": ["en"] }' })))).toEqual(['en'])
  })
})

test('a circle of fallbacks is found however long it is', async () => {
  const { text } = await failureFrom(() =>
    loadSite(
      json({
        locales: [
          { tag: 'pt', fallback: ['es'] },
          { tag: 'es', fallback: ['it'] },
          { tag: 'it', fallback: ['pt'] },
        ],
      }),
    ),
  )
  expect(text.what).toContain('pt → es → it → pt')
})

test('all mistakes are told at once', async () => {
  const { text } = await failureFrom(() => loadSite(json({ locales: ['en'], sites: {}, incomplete: 3 })))
  expect(`${text.what} ${text.why}`).toMatch(/`incomplete`.*`sites`|`sites`.*`incomplete`/)
})

test('names that objects inherit are no settings', async () => {
  const root = temporarySite({ 'colophon.config.json': '{ "locales": ["en"], "__proto__": { "incomplete": "mark" } }' })
  const { text } = await failureFrom(() => loadSite(root))
  expect(text.what).toContain('`__proto__` is no setting')
})
