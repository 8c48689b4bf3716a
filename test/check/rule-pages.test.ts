import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { checkInterface } from '../../pipeline/check/check-interface.ts'
import type { Knowledge } from '../../pipeline/check/knowledge.ts'
import { passageOf } from '../../pipeline/check/passage.ts'
import { createProse } from '../../pipeline/check/prose/prose.ts'
import type { Need, Rule, SiteRule } from '../../pipeline/check/rule.ts'
import { rulePage } from '../../pipeline/check/rule-page.ts'
import { rules } from '../../pipeline/check/rules/rules.ts'
import { disputesIn, saidIn } from '../../pipeline/check/said-in-site.ts'
import type { UnitKind } from '../../pipeline/model/article.ts'
import { digest } from '../../pipeline/model/digest.ts'
import type { Locale } from '../../pipeline/model/locale.ts'
import { dictionaryOf } from './dictionary-of.ts'
import { houseFilesOf, houseOf } from './house.ts'
import { sampleHits } from './page-sample.ts'
import { articleOf, checkSample, hitsBetween, hitsIn } from './sample.ts'

interface Example {
  /** Of the unit; null where the rule doesn't ask. */
  readonly kind: UnitKind | null
  readonly locales: readonly string[]
  readonly verdict: string
  readonly text: string
}

const kinds = ['title', 'description', 'heading'] as const satisfies UnitKind[]

/** Blocks of code whose info string is `example [<kind of unit>] <locale> [<locale of the translation>] wrong|right`; a page may bring files of the house with them. */
function examplesOf(page: string): Example[] {
  return [...page.matchAll(/^```example (.+)\n([\s\S]*?)\n```$/gm)].map(([, info = '', text = '']) => {
    const words = info.split(' ')
    const kind = kinds.find((name) => name === words[0]) ?? null
    return { kind, locales: words.slice(kind === null ? 0 : 1, -1), verdict: words.at(-1) ?? '', text }
  })
}

function found(
  rule: Rule,
  { kind, locales: [from = '', to = ''], text }: Example,
  house: (locale: string) => Knowledge,
): readonly string[] {
  switch (rule.kind) {
    case 'text':
      return kind === null
        ? hitsIn(rule, from, text, {}, house(from))
        : rule.check(passageOf(text, from as Locale, 'plain', { kind }), {}, house(from)).map(({ message }) => message)
    case 'whole':
      return hitsIn(rule, from, text, {}, house(from))
    case 'site':
      return siteHits(rule, from, to, text.split('\n'))
    case 'pair': {
      const [source = '', translation = ''] = text.split('\n')
      return hitsBetween(rule, [from, source], [to, translation], {}, { source: house(from), translation: house(to) })
    }
    case 'interface':
      return interfaceHits(rule, to, text.split('\n'))
    case 'template':
      return rule.check(text, {}).map(({ message }) => message)
    case 'page':
      return sampleHits(from, text)
        .filter((hit) => hit.rule === rule.name)
        .map(({ message }) => message)
    case 'article':
    case 'engine':
      return checkSample(articleOf(text, { lang: from }))
        .filter((finding) => finding.rule === rule.name)
        .map(({ message }) => message)
  }
}

/** The words of the source's language, those of the translation's; templates ask for all of the former. */
function interfaceHits(rule: Rule, locale: string, [model = '{}', json = '{}']: readonly string[]): string[] {
  const words: Record<string, string> = JSON.parse(model)
  const keys = new Set(Object.keys(words).map((key) => key.replace(/_(?:one|other)$/, '')))
  return checkInterface({
    source: { path: `locales/${locale}/interface.json`, text: json, digest: digest(json) },
    locale: locale as Locale,
    model: words,
    below: {},
    isUsed: (key) => keys.has(key),
    rules: new Map(),
  })
    .filter((finding) => finding.rule === rule.name)
    .map(({ message }) => message)
}

/** Sources and their translations take turns; the first translation is judged. */
function siteHits(rule: SiteRule, from: string, to: string, lines: readonly string[]): string[] {
  const passages = lines.map((line, index) => passageOf(line, (index % 2 === 0 ? from : to) as Locale, 'markdown'))
  const claims = passages.flatMap((source, index) => {
    const translation = passages[index + 1]
    const claim = index % 2 === 0 && translation !== undefined ? rule.claim(source, translation, {}) : null
    return claim === null ? [] : [{ ...claim, rule: rule.name, locale: to as Locale, file: 'sample.po', line: index + 1 }]
  })
  const said = saidIn(disputesIn(claims))(rule.name, to as Locale, claims[0]?.key ?? '')
  const own = said.find(({ value }) => value === claims[0]?.value)
  const [, translation] = passages
  if (own === undefined || translation === undefined) return []
  return rule
    .check(
      translation,
      own,
      said.filter((other) => other !== own),
      {},
    )
    .map(({ message }) => message)
}

test('each rule has its page, and each page its rule', () => {
  const pages = readdirSync('docs/rules').filter((name) => name !== 'README.md')
  expect(pages.sort()).toEqual(rules.map(({ name }) => `${name}.md`).sort())
})

describe.each(rules.map((rule) => ({ name: rule.name, rule })))('the page of $name', ({ rule }) => {
  const page = readFileSync(rulePage(rule.name), 'utf8')
  const examples = examplesOf(page)

  test('says what, how severe, which options and how to silence it', () => {
    expect(page).toMatch(new RegExp(`^# ${rule.name}\n`))
    expect(page).toContain(`\nSeverity: ${rule.severity}`)
    for (const title of ['Wrong', 'Right', 'Options', 'Silence']) expect(page).toContain(`\n## ${title}\n`)
    for (const option of Object.keys(rule.options)) expect(page).toContain(`| \`${option}\` |`)
  })

  test('has wrong and right examples, in two languages at least', () => {
    expect(new Set(examples.map(({ verdict }) => verdict))).toEqual(new Set(['wrong', 'right']))
    expect(new Set(examples.map(({ locales }) => locales.at(-1))).size).toBeGreaterThan(1)
  })

  test.each(examples)('$locales $verdict: $text', async (example) => {
    const needs: readonly Need[] = rule.needs ?? []
    const prose = needs.includes('prose') ? createProse() : null
    const files = await houseOf(houseFilesOf(page), example.locales)
    const house = (locale: string) => ({ ...files(locale), prose })
    const dictionary = needs.includes('dictionary') ? await dictionaryOf(example.locales[0] ?? '') : null
    const hits = found(rule, example, (locale) => ({ ...house(locale), dictionary }))
    if (example.verdict === 'wrong') expect(hits).not.toEqual([])
    else expect(hits).toEqual([])
  })
})
