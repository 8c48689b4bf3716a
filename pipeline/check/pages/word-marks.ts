/** Which of two lists a word is in. */
export const [common, strange] = [1, 2]

/** Many more than words, so that most that are asked for come to an empty one; as bits, few enough for a processor to have them at hand. A power of two. */
const places = 0x8000

/** Two lists of words that are asked for words of texts, which aren't cut out for it. */
export class WordMarks {
  /** A bit a place: whether any word is there. */
  readonly #taken = new Uint8Array(places >> 3)
  /** By place: 0, or one more than the number of its first word. */
  readonly #first = new Uint16Array(places)
  /** By number of a word: 0, or one more than the number of the next one in its place. */
  readonly #next: number[] = []
  readonly #hashes: number[] = []
  readonly #words: string[] = []
  readonly #marks: number[] = []

  constructor(first: ReadonlySet<string>, second: ReadonlySet<string>) {
    for (const word of new Set([...first, ...second])) this.#add(word, (first.has(word) ? common : 0) | (second.has(word) ? strange : 0))
  }

  /** @param hash of the codes that stand from `begin` on, up to `end` */
  of(hash: number, codes: Uint16Array, begin: number, end: number): number {
    if (((this.#taken[(hash & (places - 1)) >> 3] ?? 0) & (1 << (hash & 7))) === 0) return 0
    let number = this.#first[hash & (places - 1)] ?? 0
    while (number !== 0) {
      if (this.#hashes[number - 1] === hash && isAt(this.#words[number - 1] ?? '', codes, begin, end)) return this.#marks[number - 1] ?? 0
      number = this.#next[number - 1] ?? 0
    }
    return 0
  }

  #add(word: string, mark: number): void {
    const hash = hashOf(word)
    const place = hash & (places - 1)
    this.#next.push(this.#first[place] ?? 0)
    this.#hashes.push(hash)
    this.#words.push(word)
    this.#marks.push(mark)
    this.#first[place] = this.#words.length
    this.#taken[place >> 3] = (this.#taken[place >> 3] ?? 0) | (1 << (place & 7))
  }
}

/** The hash of a word, made longer by one letter (UTF-16). */
export function nextHash(hash: number, code: number): number {
  return (Math.imul(hash, 0x2f0b) + code) | 0
}

function hashOf(word: string): number {
  let hash = 0
  for (let at = 0; at < word.length; at++) hash = nextHash(hash, word.charCodeAt(at))
  return hash
}

function isAt(word: string, codes: Uint16Array, begin: number, end: number): boolean {
  if (word.length !== end - begin) return false
  for (let at = begin; at < end; at++) if (codes[at] !== word.charCodeAt(at - begin)) return false
  return true
}
