import type { Html } from '../model/html.ts'
import type { PictureSource, ShownPicture } from '../model/picture.ts'
import { html, type Renderable } from './html.ts'

export interface PictureHtmlOptions {
  /** Alternative text. */
  readonly alt: string
  readonly title?: string
  /** More attributes of the `img`: of the language that `alt` is in. */
  readonly attributes?: Renderable
  /** Whether readers see it before they scroll. */
  readonly first?: boolean
}

/** A picture in the formats and widths that there are of it; its place is kept free while it loads. */
export function pictureHtml(
  { src, width, height, colour, sources }: ShownPicture,
  { alt, title, attributes, first = false }: PictureHtmlOptions,
): Html {
  const size = width !== undefined && height !== undefined && html` width="${width}" height="${height}"`
  const when = first ? html` fetchpriority="high"` : html` loading="lazy"`
  const image = html`<img src="${src}" alt="${alt}"${title !== undefined && html` title="${title}"`}${attributes}${size}${colour !== undefined && html` data-colour="${colour}"`}${when}>`
  return sources.length === 0 ? image : html`<picture>${sources.map(sourceHtml)}${image}</picture>`
}

function sourceHtml({ type, srcset, sizes, media }: PictureSource): Html {
  return html`<source type="${type}" srcset="${srcset}" sizes="${sizes}"${media !== undefined && html` media="${media}"`}>`
}
