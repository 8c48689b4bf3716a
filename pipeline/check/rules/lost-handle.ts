import type { Mark } from '../cut.ts'
import { type Passage, rangeIn } from '../passage.ts'
import type { Hit, PairRule } from '../rule.ts'

/** Handles, mail addresses and hashtags lead somewhere: a translation keeps them letter by letter. */
export const lostHandle: PairRule = {
  kind: 'pair',
  name: 'lost-handle',
  severity: 'warning',
  options: {},
  check(source, translation) {
    const wanted = handles(source)
    if (wanted.length === 0) return []
    const found = handles(translation)
    const has = (list: readonly Handle[], { key }: Handle) => list.some((other) => other.key === key)
    const lost = wanted.filter((one, index) => !has(found, one) && wanted.findIndex(({ key }) => key === one.key) === index)
    const added = found.filter((one) => !has(wanted, one))
    return lost.map((one): Hit => {
      const other = added.findIndex(({ key }) => kindOf(key) === kindOf(one.key))
      const [instead] = other < 0 ? [] : added.splice(other, 1)
      if (instead === undefined) return { range: null, message: `Missing \`${one.value}\``, expected: [] }
      return { range: instead.range, message: `Unexpected \`${instead.value}\`, expected \`${one.value}\``, expected: [one.value] }
    })
  },
}

type Handle = Pick<Mark, 'value' | 'range'> & { readonly key: string }

const hashtag = /(?<![\p{L}\p{N}&#/\uFFFC])#(?=[\p{L}\p{N}_]*\p{L})[\p{L}\p{N}_]{2,100}/gu

function handles(passage: Passage): Handle[] {
  const written = passage.marks.filter(({ kind }) => kind === 'handle')
  const tags = passage.words.includes('#') ? [...passage.words.matchAll(hashtag)] : []
  return [...written, ...tags.map(({ 0: value, index }) => ({ value, range: rangeIn(passage, index, index + value.length) }))].map(
    ({ value, range }) => ({ value, range, key: value.toLowerCase() }),
  )
}

function kindOf(handle: string): 'tag' | 'handle' | 'mail' {
  if (handle.startsWith('#')) return 'tag'
  return handle.startsWith('@') ? 'handle' : 'mail'
}
