import { proseRule } from '../prose/prose-rule.ts'

/** Words that are most likely profane. By retext-profanities. */
export const profanity = proseRule('profanity', 'profanities', { ignore: 'strings', sureness: 'number' })
