/**
 * What a text is found by: its words and its pairs of neighbouring words, hashed to 32 bits, in its order.
 *
 * Scripts that don't write blanks between words (Chinese, Japanese, Thai, Lao, Khmer, Burmese) go by pairs of characters.
 */
export function termsOf(text: string): number[] {
  const terms: number[] = []
  let before = 0
  for (const [word] of text.toLowerCase().matchAll(WORD)) {
    if (UNSPACED.test(word)) {
      addPairs(terms, word)
      before = 0
      continue
    }
    const hash = hashOf(word, 0, word.length)
    terms.push(hash)
    if (before !== 0) terms.push(mixed(before ^ Math.imul(hash, 0x9e3779b1)))
    before = hash
  }
  return terms
}

function addPairs(terms: number[], word: string): void {
  if (word.length === 1) terms.push(hashOf(word, 0, 1))
  for (let at = 0; at + 1 < word.length; at++) terms.push(hashOf(word, at, at + 2))
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu

const UNSPACED = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]/u

/** FNV-1a over UTF-16 units, then mixed, for its low bits choose the bucket. */
function hashOf(text: string, from: number, to: number): number {
  let hash = 0x811c9dc5
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return mixed(hash)
}

/** The finaliser of MurmurHash3. */
function mixed(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35)
  return (twice ^ (twice >>> 16)) >>> 0
}
