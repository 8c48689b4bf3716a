import type { Article } from '../../../pipeline/model/article.ts'
import type { Edition } from '../../../pipeline/model/edition.ts'
import { articleOf, editionOf } from '../../check/sample.ts'
import type { Block } from './declaration.ts'

/** An article whose blocks say these texts, whatever Markdown would make of them. */
export function documentOf(blocks: readonly Pick<Block, 'kind' | 'text'>[], lang: string): Article {
  const body = blocks.map(({ kind, text }) => (kind === 'heading' ? `## ${escaped(text)}` : escaped(text))).join('\n\n')
  return articleOf(body, { lang, title: 'x', id: 'document' })
}

function escaped(text: string): string {
  return text
    .replace(/[\\`*_~<>&[\]#|]/g, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/^[-+=:]/, '\\$&')
}

/** The article translated, section by section, where both have the same number of blocks. */
export function translationOf(article: Article, blocks: readonly Block[], translated: readonly Block[], locale: string): Edition {
  const sections = new Set(blocks.map(({ section }) => section))
  const messages = new Map<string, string>()
  for (const section of sections) {
    const [own, other] = [blocks, translated].map((all) => all.filter((block) => block.section === section))
    if (own?.length !== other?.length) continue
    own?.forEach(({ text }, index) => {
      messages.set(escaped(text), escaped(other?.[index]?.text ?? ''))
    })
  }
  const po = [...messages].map(([id, words]) => `msgid ${JSON.stringify(id)}\nmsgstr ${JSON.stringify(words)}\n`)
  return editionOf(article, locale, po.join('\n'))
}
