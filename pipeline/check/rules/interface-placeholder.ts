import type { FileHit, InterfaceEntry, InterfaceRule, InterfaceText } from '../rule.ts'
import { baseOf } from './interface-forms.ts'

/** What i18next puts into a text, `{{name}}` and `$t(key)`, is the same in every language: none is lost, invented or broken. */
export const interfacePlaceholder: InterfaceRule = {
  kind: 'interface',
  name: 'interface-placeholder',
  severity: 'error',
  options: {},
  check(text) {
    return text.entries.flatMap((entry) => {
      const wanted = expected(entry, text)
      if (wanted === null) return []
      const unknown = invented(entry, wanted)
      // One that isn't known probably stands for one that is lost.
      return [...unknown, ...broken(entry, wanted), ...lost(entry, wanted).slice(unknown.length)]
    })
  },
}

interface Placeholder {
  /** `{{names}}` without its format, `$t(key)`. */
  readonly name: string
  readonly start: number
  readonly end: number
}

const pattern = /\{\{-?\s*([^,{}\s]+)\s*(?:,[^{}]*)?\}\}|\$t\(\s*([^,()\s]+)[^()]*\)/g

function placeholders(text: string): Placeholder[] {
  return [...text.matchAll(pattern)].map(({ 0: whole, 1: variable, 2: key, index }) => {
    return { name: variable === undefined ? `$t(${key})` : `{{${variable}}}`, start: index, end: index + whole.length }
  })
}

/** Those of the same text in the model, of all its plural forms; null where the model has no such text. */
function expected({ key }: InterfaceEntry, { model }: InterfaceText): ReadonlySet<string> | null {
  const own = model[key]
  const forms = own === undefined ? Object.keys(model).filter((other) => baseOf(other) === baseOf(key)) : [key]
  return forms.length === 0 ? null : new Set(forms.flatMap((form) => placeholders(model[form] ?? '').map(({ name }) => name)))
}

function invented(entry: InterfaceEntry, wanted: ReadonlySet<string>): FileHit[] {
  const names = [...wanted].map((name) => `\`${name}\``).join(', ')
  const instead = wanted.size === 0 ? 'expected none' : `expected ${names}`
  return placeholders(entry.text).flatMap(({ name, start, end }) => {
    // A plural form may always say its number.
    if (wanted.has(name) || (name === '{{count}}' && baseOf(entry.key) !== entry.key)) return []
    return [{ range: entry.rangeOf(start, end), message: `Unexpected placeholder \`${name}\`, ${instead}`, expected: [] }]
  })
}

/** "{names}", "{{names}": readers would see the braces. */
function broken({ text, rangeOf }: InterfaceEntry, wanted: ReadonlySet<string>): FileHit[] {
  return [...text.matchAll(/\{{1,3}\s*([\w.]+)\s*(?:,[^{}]*)?\}{1,3}/g)].flatMap(({ 0: found, 1: name, index }) => {
    const right = `{{${name}}}`
    if (!wanted.has(right) || /^\{\{[^{].*[^}]\}\}$/.test(found)) return []
    return [{ range: rangeOf(index, index + found.length), message: `Unexpected \`${found}\`, expected \`${right}\``, expected: [right] }]
  })
}

function lost(entry: InterfaceEntry, wanted: ReadonlySet<string>): FileHit[] {
  const has = (name: string) => entry.text.includes(name) || placeholders(entry.text).some((found) => found.name === name)
  const isBroken = (name: string) => new RegExp(`\\{\\s*${name.slice(2, -2).replace(/[.*+?^$()|[\]\\]/g, '\\$&')}\\b`).test(entry.text)
  return [...wanted].flatMap((name) => {
    // "One article" needs no figure.
    const isNumber = name === '{{count}}' && baseOf(entry.key) !== entry.key
    if (isNumber || has(name) || isBroken(name)) return []
    return [{ range: entry.range, message: `Missing placeholder \`${name}\``, expected: [] }]
  })
}
