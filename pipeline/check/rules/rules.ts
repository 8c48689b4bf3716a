import type { Rule } from '../rule.ts'
import { changedNumber } from './changed-number.ts'
import { doubledWord } from './doubled-word.ts'
import { droppedHtml } from './dropped-html.ts'
import { lostCode } from './lost-code.ts'
import { lostFootnote } from './lost-footnote.ts'
import { lostLink } from './lost-link.ts'
import { unsafeLink } from './unsafe-link.ts'
import { unusedSilence } from './unused-silence.ts'
import { wrongApostrophe } from './wrong-apostrophe.ts'

/** The most specific first: where two speak of the same words, the first is heard. */
export const rules: readonly Rule[] = [
  lostLink,
  unsafeLink,
  lostFootnote,
  lostCode,
  changedNumber,
  wrongApostrophe,
  doubledWord,
  droppedHtml,
  unusedSilence,
]
