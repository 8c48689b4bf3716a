import { toHtml } from 'hast-util-to-html'
import { fill } from '../../pipeline/merge/fill.ts'
import type { InlineContext } from '../../pipeline/merge/inline-context.ts'
import { unitHtml, unitPlainText } from '../../pipeline/merge/unit-html.ts'
import type { Article } from '../../pipeline/model/article.ts'
import { Html } from '../../pipeline/model/html.ts'

export function plainContext(footnotes: readonly string[]): InlineContext {
  return {
    footnotes,
    marks: new Map(),
    number: String,
    link: (address) => ({ href: address }),
    picture: (src, words) => new Html(toHtml({ type: 'element', tagName: 'img', properties: { src, ...words }, children: [] })),
  }
}

/** An article's skeleton, filled with its own source. */
export function filledWithItself(article: Article): string {
  const context = plainContext(article.skeleton.footnotes)
  const text = (index: number): string => article.units[index]?.text ?? ''
  return fill(article.skeleton, {
    unit: (index) => unitHtml(text(index), context),
    text: (index) => unitPlainText(text(index)),
    original: () => true,
    label: (key, values) => (key === 'footnotes' ? 'Footnotes' : `Back to reference ${values['number']}`),
    date: (date) => date,
    context,
  })
}
