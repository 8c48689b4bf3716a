import type { OptionKind } from '../check/rule.ts'
import { rules } from '../check/rules/rules.ts'
import { didYouMean } from '../config/nearest.ts'
import { Failure } from '../model/failure.ts'
import type { Site } from '../model/site.ts'
import { failures } from './failures.ts'

/** A setting for a rule or an option that isn't there would be silently without effect. @throws {Failure} `unknown-rule`, `rule-options` */
export function knownRules(site: Pick<Site, 'rules'>): void {
  const known = rules.map(({ name }) => name)
  for (const [name, { options }] of site.rules) {
    const rule = rules.find((one) => one.name === name)
    if (rule === undefined) throw new Failure('unknown-rule', failures['unknown-rule'](name, known, didYouMean(name, known)))
    for (const [option, value] of Object.entries(options)) {
      const wrong = mistakeIn(option, value, rule.options)
      if (wrong !== null)
        throw new Failure('rule-options', failures['rule-options'](`check.rules[${JSON.stringify(name)}][1].${option}`, wrong, name))
    }
  }
}

/** What is wrong with an option's value, or with its name. */
function mistakeIn(option: string, value: unknown, options: Readonly<Record<string, OptionKind>>): string | null {
  const known = Object.keys(options)
  const kind = options[option]
  if (kind === undefined)
    return known.length === 0 ? 'the rule has no options.' : `expected one of ${known.join(', ')}.${didYouMean(option, known)}`
  return fits(value, kind) ? null : `expected ${kindText(kind)}, found ${JSON.stringify(value)}.`
}

interface Fitting {
  readonly text: string
  readonly fits: (value: unknown) => boolean
}

const fitting: Readonly<Record<Extract<OptionKind, string>, Fitting>> = {
  strings: { text: 'a list of texts', fits: (value) => Array.isArray(value) && value.every((item) => typeof item === 'string') },
  switch: { text: 'true or false', fits: (value) => typeof value === 'boolean' },
  number: { text: 'a number from 0', fits: (value) => typeof value === 'number' && Number.isFinite(value) && value >= 0 },
  text: { text: 'a text', fits: (value) => typeof value === 'string' },
}

function fits(value: unknown, kind: OptionKind): boolean {
  return typeof kind === 'string' ? fitting[kind].fits(value) : typeof value === 'string' && kind.includes(value)
}

function kindText(kind: OptionKind): string {
  return typeof kind === 'string' ? fitting[kind].text : `one of ${kind.map((word) => `\`${word}\``).join(', ')}`
}
