import type { FileHit, InterfaceEntry, InterfaceRule, InterfaceText } from '../rule.ts'
import { baseOf, formOf } from './interface-forms.ts'

/** A text with plural forms has one for each category of its language (CLDR, by `Intl.PluralRules`), and no other. */
export const interfacePlural: InterfaceRule = {
  kind: 'interface',
  name: 'interface-plural',
  severity: 'warning',
  options: {},
  check(text) {
    return [...text.entries.flatMap((entry) => idle(entry, text)), ...incomplete(text)]
  },
}

/** i18next takes `_zero` for 0 in every language. */
function idle({ key, keyRange }: InterfaceEntry, { locale }: InterfaceText): FileHit[] {
  const form = formOf(key)
  if (form === null || form.category === 'zero') return []
  const categories = categoriesOf(locale, form.type)
  if (categories.includes(form.category)) return []
  const message = `Unexpected plural form \`${key}\`: in \`${locale}\` no number takes it, only ${categories.join(', ')}`
  return [{ range: keyRange, message, expected: [] }]
}

function categoriesOf(locale: string, type: Intl.PluralRuleType): string[] {
  return new Intl.PluralRules(locale, { type }).resolvedOptions().pluralCategories
}

function incomplete({ entries, locale, below }: InterfaceText): FileHit[] {
  const seen = new Set<string>()
  return entries.flatMap(({ key, keyRange }) => {
    const form = formOf(key)
    const stem = form === null ? '' : key.slice(0, -form.category.length)
    if (form === null || seen.has(stem)) return []
    seen.add(stem)
    const missing = categoriesOf(locale, form.type)
      .map((category) => `${stem}${category}`)
      .filter((name) => !(name in below) && !entries.some((other) => other.key === name))
    if (missing.length === 0 || entries.some((other) => other.key === baseOf(key))) return []
    return [
      {
        range: keyRange,
        message: `Missing plural forms beside \`${key}\`: ${missing.map((name) => `\`${name}\``).join(', ')}`,
        expected: [],
      },
    ]
  })
}
