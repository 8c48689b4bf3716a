import type { Root } from 'mdast'
import { directiveFromMarkdown } from 'mdast-util-directive'
import type { Extension as FromMarkdownExtension } from 'mdast-util-from-markdown'
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote'
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item'
import { directive } from 'micromark-extension-directive'
import { gfmFootnote } from 'micromark-extension-gfm-footnote'
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough'
import { gfmTable } from 'micromark-extension-gfm-table'
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item'
import remarkParse from 'remark-parse'
import { type Processor, unified } from 'unified'
import { fastMarkdown } from './fast-markdown.ts'

/**
 * A unified plugin: the Markdown of articles, which is CommonMark with GFM tables, footnotes, strikethrough and task lists, and directives.
 *
 * Text directives are off: they eat "10:30" and "ministro:dice". Bare addresses aren't linked: it is most of GFM's cost.
 */
export function articleSyntax(this: Processor): void {
  const { flow } = directive()
  const data = this.data() as { micromarkExtensions?: unknown[]; fromMarkdownExtensions?: FromMarkdownExtension[] }
  data.micromarkExtensions = [gfmTable(), gfmFootnote(), gfmStrikethrough(), gfmTaskListItem(), flow === undefined ? {} : { flow }]
  data.fromMarkdownExtensions = [
    gfmTableFromMarkdown(),
    gfmFootnoteFromMarkdown(),
    gfmStrikethroughFromMarkdown(),
    gfmTaskListItemFromMarkdown(),
    directiveFromMarkdown(),
  ]
}

const processor = unified().use(remarkParse).use(articleSyntax).use(fastMarkdown).freeze()

/** The tree of an article's body; offsets count from the body's start. */
export function parseMarkdown(body: string): Root {
  return processor.parse(body)
}
