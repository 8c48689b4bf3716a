import { rangeIn } from '../passage.ts'
import type { OptionKind, TextRule } from '../rule.ts'
import type { ProsePlugin } from './prose.ts'

/** A rule that a retext plugin carries: off unless a site asks for it, and only for languages that the plugin knows. */
export function proseRule(name: string, plugin: ProsePlugin, options: Readonly<Record<string, OptionKind>>): TextRule {
  return {
    kind: 'text',
    name,
    severity: 'off',
    options,
    needs: ['prose'],
    check(passage, settings, { prose }) {
      const found = prose?.run(plugin, passage, settings) ?? []
      return found.map(({ start, end, message, expected }) => {
        const range = rangeIn(passage, start, end)
        const isPlain = passage.markdown.slice(range.start, range.end) === passage.words.slice(start, end)
        return { range, message, expected: isPlain ? expected : [] }
      })
    },
  }
}
