import { proseRule } from '../prose/prose-rule.ts'

/** Who did it isn't said: "was decided". By retext-passive. */
export const passiveVoice = proseRule('passive-voice', 'passive', { ignore: 'strings' })
