import { proseRule } from '../prose/prose-rule.ts'

/** A word for which there is a simpler one: "utilise". By retext-simplify. */
export const simplerWord = proseRule('simpler-word', 'simplify', { ignore: 'strings' })
