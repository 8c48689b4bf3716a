import type { InterfaceRule } from '../rule.ts'
import { baseOf } from './interface-forms.ts'

/** A text that no template asks for: a key that was renamed or mistyped, and whose words nobody sees. */
export const interfaceUnused: InterfaceRule = {
  kind: 'interface',
  name: 'interface-unused',
  severity: 'warning',
  options: {},
  check({ entries, isUsed }) {
    return entries.flatMap(({ key, keyRange }) => {
      // A context is a further suffix: `readers_female` is `readers`.
      const stems = baseOf(key)
        .split('_')
        .map((_, index, parts) => parts.slice(0, index + 1).join('_'))
      if (stems.some(isUsed) || isUsed(key)) return []
      return [{ range: keyRange, message: `No template asks for \`${key}\``, expected: [] }]
    })
  },
}
