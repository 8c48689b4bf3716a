import type { TemplateRule } from '../rule.ts'
import { literalTexts } from '../templates/literal-texts.ts'

/** Words in a template's code are the same in every language: those of pages stand in `interface.json`, and are asked for by `t`. */
export const templateText: TemplateRule = {
  kind: 'template',
  name: 'template-text',
  severity: 'warning',
  options: {},
  check: (code) =>
    literalTexts(code).map((range) => ({
      range,
      message: `Unexpected text in a template, which readers of every language would get; expected words from \`interface.json\`, asked for by \`t('…')\``,
      expected: [],
    })),
}
