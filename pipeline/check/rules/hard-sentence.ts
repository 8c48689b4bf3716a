import { proseRule } from '../prose/prose-rule.ts'

/** A sentence that most measures of readability find hard for the age. By retext-readability. */
export const hardSentence = proseRule('hard-sentence', 'readability', { age: 'number', minWords: 'number', threshold: 'number' })
