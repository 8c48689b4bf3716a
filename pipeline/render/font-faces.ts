import type { Key } from '../model/artifact.ts'
import type { FontSettings, FontUse } from '../model/site.ts'
import { type Letters, unicodeRange } from './font-letters.ts'

/** One file that a page's font is in. */
export interface FontFace {
  readonly font: FontSettings
  readonly key: Key
  /** Root-relative. */
  readonly path: string
  readonly letters: Letters
}

/** A stylesheet that offers fonts, and puts them before the readers' own wherever the site's stylesheet asks for `--web-text` and its like. */
export function fontFaces(faces: readonly FontFace[]): string {
  const roles = (['text', 'display', 'sans'] as const).flatMap((use) => role(use, faces))
  return `${faces.map(face).join('')}:root{${roles.join(';')}}`
}

function face({ font, path, letters }: FontFace): string {
  const { family, weight, style, display } = font
  const range = unicodeRange(letters)
  return `@font-face{font-family:"${family}";src:url(${path})format("woff2");font-weight:${weight};font-style:${style};font-display:${display};unicode-range:${range}}`
}

/** With its comma, so that what comes without web fonts stands behind it or alone. */
function role(use: FontUse, faces: readonly FontFace[]): string[] {
  const families = new Set(faces.flatMap(({ font }) => (font.use.includes(use) ? `"${font.family}",` : [])))
  return families.size === 0 ? [] : [`--web-${use}:${[...families].join('')}`]
}

/** What goes into the head of a page: the stylesheet, and those files at once that its first lines are set in. */
export function fontLinks(stylesheet: string, faces: readonly FontFace[]): string {
  const first = faces.filter(({ font }) => font.style === 'normal' && font.use.some((use) => use !== 'sans'))
  const preloads = first.map(({ path }) => `<link rel="preload" href="${path}" as="font" type="font/woff2" crossorigin>\n`)
  return `${preloads.join('')}<link rel="stylesheet" href="${stylesheet}">\n`
}

/** A page with links in its head. */
export function withLinks(page: string, links: string): string {
  const end = page.search(/<\/head>/i)
  if (end >= 0) return page.slice(0, end) + links + page.slice(end)
  // The tags of `head` may be left out: then this is in it.
  return page.replace(/^(?:\s*<!doctype[^>]*>)?(?:\s*<html\b[^>]*>)?(?:\s*<head\b[^>]*>)?/i, (begin) => begin + links)
}
