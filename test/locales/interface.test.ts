import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const folder = new URL('../../locales/', import.meta.url)
const tags = readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))
const english = interfaceOf('en')
const plurals = [...new Set(Object.keys(english).flatMap((key) => /^(.+)_other$/.exec(key)?.[1] ?? []))]
const singles = Object.keys(english).filter((key) => !plurals.includes(key.replace(/_[a-z]+$/, '')))

test('the demo speaks its seven languages and ten more', () => {
  expect(tags).toHaveLength(17)
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

function interfaceOf(tag: string): Record<string, string> {
  return JSON.parse(readFileSync(new URL(`${tag}/interface.json`, folder), 'utf8'))
}

function valuesIn(text: string): string[] {
  return [...text.matchAll(/\{\{(\w+)/g)].flatMap(([, name]) => name ?? [])
}
