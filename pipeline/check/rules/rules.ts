import type { Rule } from '../rule.ts'
import { blankTranslation } from './blank-translation.ts'
import { blockMarkdown } from './block-markdown.ts'
import { brokenEmphasis } from './broken-emphasis.ts'
import { changedDate } from './changed-date.ts'
import { changedName } from './changed-name.ts'
import { changedNumber } from './changed-number.ts'
import { changedUnit } from './changed-unit.ts'
import { doubledWord } from './doubled-word.ts'
import { droppedHtml } from './dropped-html.ts'
import { edgeSpace } from './edge-space.ts'
import { forbiddenTerm } from './forbidden-term.ts'
import { glossaryTerm } from './glossary-term.ts'
import { headingOrder } from './heading-order.ts'
import { houseStyle } from './house-style.ts'
import { inconsistentTranslation } from './inconsistent-translation.ts'
import { lostCode } from './lost-code.ts'
import { lostEmphasis } from './lost-emphasis.ts'
import { lostFootnote } from './lost-footnote.ts'
import { lostHandle } from './lost-handle.ts'
import { lostLink } from './lost-link.ts'
import { lostNegation } from './lost-negation.ts'
import { lostQuotation } from './lost-quotation.ts'
import { missingAlternativeText } from './missing-alternative-text.ts'
import { nearMissName } from './near-miss-name.ts'
import { oddLength } from './odd-length.ts'
import { sameTranslation } from './same-translation.ts'
import { spelling } from './spelling.ts'
import { tooLong } from './too-long.ts'
import { unbalancedBracket } from './unbalanced-bracket.ts'
import { unbalancedQuote } from './unbalanced-quote.ts'
import { unsafeLink } from './unsafe-link.ts'
import { untranslated } from './untranslated.ts'
import { unusedSilence } from './unused-silence.ts'
import { wrongApostrophe } from './wrong-apostrophe.ts'
import { wrongArticle } from './wrong-article.ts'
import { wrongEndMark } from './wrong-end-mark.ts'
import { wrongQuote } from './wrong-quote.ts'
import { wrongScript } from './wrong-script.ts'
import { wrongWeekday } from './wrong-weekday.ts'

/** The most specific first: where two speak of the same words, the first is heard. */
export const rules: readonly Rule[] = [
  lostLink,
  unsafeLink,
  lostFootnote,
  lostCode,
  lostHandle,
  changedDate,
  changedUnit,
  changedNumber,
  changedName,
  blankTranslation,
  untranslated,
  wrongScript,
  oddLength,
  blockMarkdown,
  brokenEmphasis,
  lostEmphasis,
  lostNegation,
  lostQuotation,
  wrongEndMark,
  edgeSpace,
  forbiddenTerm,
  glossaryTerm,
  houseStyle,
  wrongApostrophe,
  wrongQuote,
  unbalancedQuote,
  unbalancedBracket,
  wrongWeekday,
  wrongArticle,
  doubledWord,
  headingOrder,
  missingAlternativeText,
  nearMissName,
  spelling,
  droppedHtml,
  tooLong,
  inconsistentTranslation,
  sameTranslation,
  unusedSilence,
]
