import type { PairRule } from '../rule.ts'

const block = /^(?:#{1,6}(?=[ \t])|>+|[-+*](?=[ \t])|(?:-[ \t]?){3,}$|(?:\*[ \t]?){3,}$|`{3,}|~{3,}|:{2,}(?=\p{L})|\|(?=.*\|\s*$))/gmu

/** Marks that make blocks: a message is one block already, and is read as inline text only, so that readers would see them. */
export const blockMarkdown: PairRule = {
  kind: 'pair',
  name: 'block-markdown',
  severity: 'error',
  options: {},
  check(source, { markdown }) {
    const known = new Set([...source.markdown.matchAll(block)].map(([mark]) => mark.trim()))
    return [...markdown.matchAll(block)].flatMap(({ 0: mark, index }) => {
      const written = mark.trim()
      if (known.has(written)) return []
      const range = { start: index, end: index + written.length }
      const message = `Readers would see \`${written}\`: a message is one block, the article says which`
      // A dash may open a line of dialogue.
      return [{ range, message, expected: [], ...(written === '-' ? { doubtful: true } : {}) }]
    })
  },
}
