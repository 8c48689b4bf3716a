import { rangeIn } from '../passage.ts'
import type { Hit, TextRule } from '../rule.ts'
import { beginsWithVowel } from './begins-with-vowel.ts'

/** English: `a` before a vowel's sound, `an` before a consonant's ("a hour", "an university"). Silent where speakers differ ("a/an historic"). */
export const wrongArticle: TextRule = {
  kind: 'text',
  name: 'wrong-article',
  severity: 'error',
  options: {},
  check(passage) {
    if (passage.language !== 'en') return []
    const hits: Hit[] = []
    for (const { 0: whole, 1: article = '', 2: word = '', index } of passage.words.matchAll(pair)) {
      if (isLetter(passage.words, index, article, word)) continue
      const vowel = beginsWithVowel(word)
      if (vowel === null || vowel === (article.length === 2)) continue
      const right = vowel ? `${article}n` : article.charAt(0)
      const range = rangeIn(passage, index, index + article.length)
      hits.push({
        range,
        message: `Unexpected \`${article}\` before ${quoted(whole)}, expected \`${right}\``,
        expected: [right],
        certain: true,
      })
    }
    return hits
  },
}

const pair = /(?<![\p{L}\p{N}'’.&/$€£\uFFFC-])(an?|An?)[ \u00A0]+["“‘'(]?([\p{L}\p{N}][\p{L}\p{N}'’.,&-]*)/gu

function quoted(whole: string): string {
  return `\`${whole.replace(/^\S+\s+/, '')}\``
}

/** "vitamin A is", "A and B", "from a to b", "An Nguyen": a letter, a name, or another language's word. */
function isLetter(words: string, at: number, article: string, word: string): boolean {
  const begins = /(?:^|[.!?:…]["”’)]?\s+|["“‘(]|\n)$/.test(words.slice(Math.max(0, at - 4), at))
  if (article.startsWith('A') && (!begins || /^\p{Lu}/u.test(word))) return true
  return article.length === 1 && afterLetter.test(word)
}

/** Words that follow no article. */
const afterLetter = /^(?:a|an|and|are|as|at|e|i|if|in|is|it|its|o|of|off|on|or|am|up|us|ou|al|el|il|y|un|una|une)$/i
