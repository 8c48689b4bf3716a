import type { Excerpt } from './imported.ts'

/** A passage with its place, on one line of a terminal. */
export function excerptLine({ file, line, text }: Excerpt): string {
  const flat = text.replace(/\s+/g, ' ')
  const cut = [...flat].length > 90 ? `${[...flat].slice(0, 89).join('')}…` : flat
  return `  ${line === null ? file : `${file}:${line}`}: ${cut}\n`
}
