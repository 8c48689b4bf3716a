/**
 * A translation cut where its source was cut into paragraphs; null where the place isn't certain.
 *
 * Certain: the parts are the source's sentences without a change, the translation has as many sentences, and each part keeps about its share of the length.
 */
export function cutLike(parts: readonly string[], source: string, translation: string): string[] | null {
  const counts = parts.map((part) => sentencesOf(part).length)
  const sentences = sentencesOf(translation)
  if (joinTexts(parts) !== source || sentences.length !== counts.reduce((sum, count) => sum + count, 0)) return null
  const cut = counts.map((count, at) => {
    const from = counts.slice(0, at).reduce((sum, before) => sum + before, 0)
    return joinTexts(sentences.slice(from, from + count))
  })
  const isSure = cut.every((part, at) => {
    const share = part.length / translation.length / ((parts[at] as string).length / source.length)
    return share > 0.6 && share < 1.6
  })
  return isSure ? cut : null
}

/** With a blank between them where the script has blanks. */
export function joinTexts(texts: readonly string[]): string {
  return texts.reduce((text, next) => (NO_BLANK_BEHIND.test(text) ? text + next : `${text} ${next}`))
}

function sentencesOf(text: string): string[] {
  return text
    .split(SENTENCE_END)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')
}

const NO_BLANK_BEHIND = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]$/u

/** Behind a full stop with its closing marks and before a blank; behind a Chinese or Japanese one at once. */
const SENTENCE_END = /(?<=[.!?…؟۔।][\p{Pe}\p{Pf}"'*_]*)\s+|(?<=[。！？][\p{Pe}\p{Pf}"*_]*)(?![\p{Pe}\p{Pf}"*_])/u
