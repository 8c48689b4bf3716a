import { describe, expect, test } from 'vitest'
import type { Finding } from '../../pipeline/model/finding.ts'
import { colophon } from '../support/cli.ts'
import { temporarySite } from '../support/temporary-site.ts'

const article = (body: string, more = '') =>
  `---\ntitle: Talks\ndescription: What was said\ndate: 2026-07-21\nauthors: [Ada]\n${more}---\n\n${body}\n`
const site = {
  'colophon.config.json': '{"locales": ["en", "it"]}',
  // What must be found whatever else is wrong.
  'articles/other.md': article('The end of of it.', 'translate: []\n'),
}

async function check(files: Readonly<Record<string, string | Uint8Array>>) {
  const root = temporarySite({ ...site, ...files })
  const { status, stdout, stderr } = await colophon(['check', '--json'], { cwd: root })
  const findings: Finding[] = JSON.parse(stdout).findings ?? []
  return {
    status,
    stderr,
    found: findings.map(({ file, line, column, rule, message }) => `${file}:${line}:${column} ${rule} ${message}`),
    stdout,
  }
}

const other = expect.stringContaining('articles/other.md:9:9 doubled-word')

describe('bad input is told, and all other files are checked', () => {
  test('a style.yaml that is no YAML, or has a pattern that is none', async () => {
    const { found } = await check({
      'locales/en/style.yaml': 'rules: [\n',
      'locales/it/style.yaml': "rules:\n  - name: a\n    kind: existence\n    patterns: ['(a+']\n",
    })
    expect(found).toContainEqual(expect.stringMatching(/^locales\/en\/style\.yaml:\d+:\d+ invalid-house-file It is no valid YAML/))
    expect(found).toContainEqual('locales/it/style.yaml:4:16 invalid-house-file `(a+` is no pattern: missing closing ): `(a+`.')
    expect(found).toContainEqual(other)
  })

  test('a pattern that would take other engines for ever, and words without end', async () => {
    const style = "rules:\n  - name: a\n    kind: existence\n    patterns: ['(x+x+)+y', '(a|aa)+!']\n"
    const { found } = await check({
      'locales/en/style.yaml': style,
      'articles/a.md': article(`${'x'.repeat(50_000)} ${'a'.repeat(50_000)}`),
    })
    expect(found).toContainEqual(other)
  })

  test('a paragraph of five megabytes', async () => {
    const { found } = await check({ 'articles/a.md': article('The end of of it, said Ann (he) “and” Bob. '.repeat(120_000)) })
    expect(found).toContainEqual(expect.stringContaining('articles/a.md:8:9 doubled-word'))
    expect(found).toContainEqual(other)
  }, 120_000)

  test('a file that is not UTF-8', async () => {
    const latin = Buffer.from(article('È così.'), 'latin1')
    const { found } = await check({ 'articles/a.md': latin, 'locales/it/words.txt': Buffer.from('così', 'latin1') })
    expect(found).toContainEqual(expect.stringMatching(/^articles\/a\.md:8:1 invalid-utf8/))
    expect(found).toContainEqual(expect.stringMatching(/^locales\/it\/words\.txt:1:4 invalid-utf8/))
    expect(found).toContainEqual(other)
  })

  test('surrogates without a partner, as CESU-8 has them and as JSON and HTML escape them', async () => {
    const bytes = Buffer.concat([Buffer.from(article('Here')), Buffer.from([0xed, 0xa0, 0x80])])
    const { found, status } = await check({
      'articles/a.md': bytes,
      'articles/b.md': article('The &#xD800; of of it.', 'translate: []\n'),
      'locales/it/interface.json': '{"skip": "\\ud800"}',
    })
    expect(status).toBe(1)
    expect(found).toContainEqual(expect.stringMatching(/^articles\/a\.md:\d+:\d+ invalid-utf8/))
    expect(found).toContainEqual(expect.stringMatching(/^articles\/b\.md:9:\d+ doubled-word/))
    expect(found).toContainEqual(other)
  })

  test('a language that Intl does not know', async () => {
    const { found, status } = await check({
      'colophon.config.json': '{"locales": ["en", "it", "qaa"]}',
      'articles/a.md': article('Mu mu “ka” 5.000 ki.', 'lang: qaa\ntranslate: [it]\n'),
      'locales/it/articles/a.po':
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "Mu mu “ka” 5.000 ki."\nmsgstr "Il il 5.000."\n',
    })
    expect(status).toBe(1)
    expect(found).toContainEqual(expect.stringMatching(/^locales\/it\/articles\/a\.po:6:9 doubled-word/))
    expect(found).toContainEqual(other)
  })

  test('a language without a dictionary is told once', async () => {
    const { found } = await check({
      'colophon.config.json': '{"locales": ["en", "it", "qaa"]}',
      'articles/a.md': article('Mu ka.', 'lang: qaa\ntranslate: []\n'),
      'articles/b.md': article('Mu ki.', 'lang: qaa\ntranslate: []\n'),
    })
    expect(found.filter((line) => line.includes('no-dictionary') && line.includes('qaa'))).toHaveLength(1)
    expect(found).toContainEqual(other)
  })

  test('a memory of earlier checks that is broken', async () => {
    const { found } = await check({ '.colophon/check.json': '{"version":"1","results":' })
    expect(found).toContainEqual(other)
  })

  test('a memory that cannot be written is told, and nothing else is different', async () => {
    const { found, stderr } = await check({ '.colophon': 'a file' })
    expect(stderr).toContain("can't be remembered")
    expect(found).toContainEqual(other)
  })
})
