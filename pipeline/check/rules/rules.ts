import { pageRules } from '../pages/page-rules.ts'
import type { Rule } from '../rule.ts'
import { blankTranslation } from './blank-translation.ts'
import { blockMarkdown } from './block-markdown.ts'
import { breakingSpace } from './breaking-space.ts'
import { brokenEmphasis } from './broken-emphasis.ts'
import { changedDate } from './changed-date.ts'
import { changedName } from './changed-name.ts'
import { changedNumber } from './changed-number.ts'
import { changedUnit } from './changed-unit.ts'
import { doubleSpace } from './double-space.ts'
import { doubledWord } from './doubled-word.ts'
import { droppedHtml } from './dropped-html.ts'
import { edgeSpace } from './edge-space.ts'
import { forbiddenTerm } from './forbidden-term.ts'
import { foreignMark } from './foreign-mark.ts'
import { glossaryTerm } from './glossary-term.ts'
import { hardSentence } from './hard-sentence.ts'
import { headingOrder } from './heading-order.ts'
import { houseStyle } from './house-style.ts'
import { inconsiderateWord } from './inconsiderate-word.ts'
import { inconsistentTranslation } from './inconsistent-translation.ts'
import { interfacePlaceholder } from './interface-placeholder.ts'
import { interfacePlural } from './interface-plural.ts'
import { interfaceUnused } from './interface-unused.ts'
import { kashida } from './kashida.ts'
import { leftover } from './leftover.ts'
import { lostAlternativeText } from './lost-alternative-text.ts'
import { lostBracket } from './lost-bracket.ts'
import { lostCapital } from './lost-capital.ts'
import { lostCode } from './lost-code.ts'
import { lostElement } from './lost-element.ts'
import { lostEmphasis } from './lost-emphasis.ts'
import { lostFootnote } from './lost-footnote.ts'
import { lostHandle } from './lost-handle.ts'
import { lostLink } from './lost-link.ts'
import { lostNegation } from './lost-negation.ts'
import { lostQuotation } from './lost-quotation.ts'
import { missingAlternativeText } from './missing-alternative-text.ts'
import { missingCapital } from './missing-capital.ts'
import { missingInvertedMark } from './missing-inverted-mark.ts'
import { missingSpace } from './missing-space.ts'
import { misspelling } from './misspelling.ts'
import { mixedDash } from './mixed-dash.ts'
import { mixedEllipsis } from './mixed-ellipsis.ts'
import { mixedQuote } from './mixed-quote.ts'
import { mixedScript } from './mixed-script.ts'
import { nearMissName } from './near-miss-name.ts'
import { oddLength } from './odd-length.ts'
import { passiveVoice } from './passive-voice.ts'
import { profanity } from './profanity.ts'
import { sameTranslation } from './same-translation.ts'
import { simplerWord } from './simpler-word.ts'
import { spaceAfterElision } from './space-after-elision.ts'
import { spelling } from './spelling.ts'
import { strayBidi } from './stray-bidi.ts'
import { templateText } from './template-text.ts'
import { tooLong } from './too-long.ts'
import { unbalancedBracket } from './unbalanced-bracket.ts'
import { unbalancedQuote } from './unbalanced-quote.ts'
import { unfinishedSentence } from './unfinished-sentence.ts'
import { unsafeLink } from './unsafe-link.ts'
import { untranslated } from './untranslated.ts'
import { unusedSilence } from './unused-silence.ts'
import { weakWord } from './weak-word.ts'
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
  lostAlternativeText,
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
  lostBracket,
  lostElement,
  lostCapital,
  wrongEndMark,
  edgeSpace,
  forbiddenTerm,
  glossaryTerm,
  houseStyle,
  wrongApostrophe,
  leftover,
  mixedScript,
  strayBidi,
  kashida,
  wrongQuote,
  mixedQuote,
  unbalancedQuote,
  unbalancedBracket,
  wrongWeekday,
  wrongArticle,
  missingInvertedMark,
  breakingSpace,
  mixedDash,
  mixedEllipsis,
  unfinishedSentence,
  doubledWord,
  spaceAfterElision,
  foreignMark,
  doubleSpace,
  missingSpace,
  missingCapital,
  headingOrder,
  missingAlternativeText,
  misspelling,
  nearMissName,
  spelling,
  droppedHtml,
  tooLong,
  inconsistentTranslation,
  sameTranslation,
  interfacePlaceholder,
  interfacePlural,
  interfaceUnused,
  templateText,
  passiveVoice,
  simplerWord,
  inconsiderateWord,
  weakWord,
  profanity,
  hardSentence,
  ...pageRules,
  unusedSilence,
]
