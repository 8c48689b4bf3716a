import { posix } from 'node:path'
import { articleId, type Block, type Composition, type Phrase, say } from './composition.ts'
import type { Vocabulary } from './vocabulary.ts'

/** The body of an article in one language, as an author types it. */
export function markdown({ blocks, wrapped }: Composition, vocabulary: Vocabulary, link: (article: number) => string): string {
  const spoken = (phrase: Phrase) => say(phrase, vocabulary, link)
  return blocks.map((block) => `${typed(block, spoken, wrapped)}\n`).join('\n')
}

/** The address of another article as the sources write it: a relative path, so that editors can follow it. */
export function relativeLink(from: string): (article: number) => string {
  return (article) => posix.relative(posix.dirname(from), `${articleId(article)}.md`)
}

function typed(block: Block, spoken: (phrase: Phrase) => string, wrapped: boolean): string {
  switch (block.kind) {
    case 'heading':
      return `## ${spoken(block.text)}`
    case 'paragraph':
      return wrapped ? wrap(spoken(block.text)) : spoken(block.text)
    case 'quote':
      return `> ${spoken(block.text)}`
    case 'footnote':
      return `[^1]: ${spoken(block.text)}`
    case 'list':
      return block.items.map((item, index) => `${block.ordered ? `${index + 1}.` : '-'} ${spoken(item)}`).join('\n')
    case 'table':
      return block.rows
        .map((cells) => `| ${cells.map(spoken).join(' | ')} |`)
        .toSpliced(1, 0, '| --- | ---: | ---: |')
        .join('\n')
  }
}

/** Breaks lines between words, at 80 columns. */
function wrap(text: string): string {
  return text.replace(/(.{60,80}) /g, '$1\n')
}
