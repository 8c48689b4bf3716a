import { proseRule } from '../prose/prose-rule.ts'

/** A word that may leave readers out or hurt them. By retext-equality. */
export const inconsiderateWord = proseRule('inconsiderate-word', 'equality', { ignore: 'strings' })
