import { proseRule } from '../prose/prose-rule.ts'

/** Weasel words, fillers and hedges: "quite", "some people say". By retext-intensify. */
export const weakWord = proseRule('weak-word', 'intensify', { ignore: 'strings' })
