import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const folder = new URL('../../locales/', import.meta.url)
const articles = new URL('../../articles/', import.meta.url)
const tags = readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))
const english = interfaceOf('en')
const plurals = [...new Set(Object.keys(english).flatMap((key) => /^(.+)_other$/.exec(key)?.[1] ?? []))]
const singles = Object.keys(english).filter((key) => !plurals.includes(key.replace(/_[a-z]+$/, '')))

test('the demo speaks its seven languages and twelve more', () => {
  expect(tags).toHaveLength(19)
  expect(plurals).toEqual(['translators', 'incompleteEdition', 'articles'])
})

test.each(tags)('%s has the words of every key, in every plural form that its numbers take', (tag) => {
  const { pluralCategories } = new Intl.PluralRules(tag).resolvedOptions()
  const forms = plurals.flatMap((key) => pluralCategories.map((category) => `${key}_${category}`))
  expect(Object.keys(interfaceOf(tag)).sort()).toEqual([...singles, ...forms].sort())
})

test.each(tags)('%s fills in the values that English does, and says something besides', (tag) => {
  for (const [key, text] of Object.entries(interfaceOf(tag))) {
    const values = valuesIn(text)
    const expected = valuesIn(english[key] ?? english[key.replace(/_[a-z]+$/, '_other')] ?? '')
    // "One paragraph", "two paragraphs": such forms may do without the number.
    const optional = /_(zero|one|two)$/.test(key) ? ['count'] : []
    expect([...new Set([...values, ...optional])].sort(), key).toEqual([...new Set([...expected, ...optional])].sort())
    expect(text.replaceAll(/\{\{[^}]*\}\}/g, '').trim(), key).not.toBe('')
  }
})

test('the demo’s tags have their labels in its seven languages', () => {
  const labels = (tag: string) => Object.keys(wordsOf(tag)).filter((key) => key.startsWith('tag.'))
  const tags = readdirSync(articles, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .flatMap((path) => /^tags: \[(.*)\]$/m.exec(readFileSync(new URL(path, articles), 'utf8'))?.[1]?.split(', ') ?? [])
  const expected = [...new Set(tags)].map((tag) => `tag.${tag}`).sort()
  for (const tag of ['en', 'it', 'fr', 'de', 'es', 'ar', 'zh']) expect(labels(tag).sort(), tag).toEqual(expected)
})

/** Without the labels of tags. */
function interfaceOf(tag: string): Record<string, string> {
  return Object.fromEntries(Object.entries(wordsOf(tag)).filter(([key]) => !key.startsWith('tag.')))
}

function wordsOf(tag: string): Record<string, string> {
  return JSON.parse(readFileSync(new URL(`${tag}/interface.json`, folder), 'utf8'))
}

function valuesIn(text: string): string[] {
  return [...text.matchAll(/\{\{(\w+)/g)].flatMap(([, name]) => name ?? [])
}
