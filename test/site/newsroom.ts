import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Finding } from '../../pipeline/model/finding.ts'
import { colophon, type Outcome } from '../support/cli.ts'
import { temporarySite } from '../support/temporary-site.ts'

/** A site in Brussels with these locales and files, English where an article says nothing else. */
export function newsroom(locales: readonly unknown[], files: Readonly<Record<string, string | Uint8Array>>, more: object = {}): string {
  const site = { name: 'Strait & Sound', url: 'https://news.example', timeZone: 'Europe/Brussels' }
  return temporarySite({ 'colophon.config.json': JSON.stringify({ site, sourceLocale: 'en', locales, ...more }), ...files })
}

/** An article with the front matter that every one needs, and other fields as they are to stand there; null leaves one out. */
export function article(body: string, fields: Readonly<Record<string, string | null>> = {}): string {
  const all = { title: 'Talks', description: 'A short line', date: '2026-07-21', authors: '[Ada Byron]', ...fields }
  const lines = Object.entries(all).flatMap(([name, value]) => (value === null ? [] : [`${name}: ${value}\n`]))
  return `---\n${lines.join('')}---\n\n${body}`
}

export interface Translated {
  readonly context?: string
  readonly id: string
  readonly text?: string
  /** After `#,`. */
  readonly flags?: string
  /** After `#| msgid`. */
  readonly previous?: string
  readonly obsolete?: boolean
}

/** The title and standfirst of `article`, translated. */
export const frontMatter: readonly Translated[] = [
  { context: 'title', id: 'Talks', text: 'Colloqui' },
  { context: 'description', id: 'A short line', text: 'Un sommario' },
]

/** A PO file with these messages, as a translator's editor writes them. */
export function catalog(...messages: readonly Translated[]): string {
  const head = 'msgid ""\nmsgstr ""\n"Language: it\\n"\n"Language-Team: Withub\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
  return head + messages.map((message) => `\n${messageText(message)}`).join('')
}

function messageText({ context, id, text = '', flags, previous, obsolete }: Translated): string {
  const mark = obsolete === true ? '#~ ' : ''
  const lines = [
    flags === undefined ? '' : `#, ${flags}`,
    previous === undefined ? '' : `#| msgid ${JSON.stringify(previous)}`,
    context === undefined ? '' : `${mark}msgctxt ${JSON.stringify(context)}`,
    `${mark}msgid ${JSON.stringify(id)}`,
    `${mark}msgstr ${JSON.stringify(text)}`,
  ]
  return `${lines.filter((line) => line !== '').join('\n')}\n`
}

/** What `check --json` finds in a site. */
export async function findingsOf(root: string, ...words: readonly string[]): Promise<readonly Finding[]> {
  const { stdout } = await colophon(['check', '--root', root, '--json', ...words])
  return JSON.parse(stdout).findings
}

/** `line:column rule: message` of a file's findings. */
export function told(findings: readonly Finding[], file: string): string[] {
  return findings
    .filter((finding) => finding.file === file)
    .map(({ line, column, rule, message }) => `${line}:${column} ${rule}: ${message}`)
}

export interface Pages {
  readonly outcome: Outcome
  /** A page's HTML; null where there is none. */
  readonly page: (path: string) => string | null
  /** The body of an article, without its frame and white space between blocks. */
  readonly body: (path: string) => string | null
}

/** Build a site beside itself. */
export async function built(root: string, ...words: readonly string[]): Promise<Pages> {
  const out = join(root, 'out')
  const outcome = await colophon(['build', '--root', root, '--out', out, ...words])
  const page = (path: string): string | null => {
    const file = join(out, path)
    return existsSync(file) ? readFileSync(file, 'utf8') : null
  }
  const body = (path: string): string | null => {
    const found = /<div class="body">([\s\S]*?)<\/div>\n(?=\s*(?:<section|<footer>|<\/article>))/.exec(page(path) ?? '')?.[1]
    return found?.replace(/>\n\s*</g, '><').trim() ?? null
  }
  return { outcome, page, body }
}
