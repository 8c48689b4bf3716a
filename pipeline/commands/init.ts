import { existsSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { Failure } from '../model/failure.ts'
import { type Locale, parseLocale } from '../model/locale.ts'
import { writeWhole } from '../read/write-file.ts'
import type { Context } from './context.ts'
import { failures } from './failures.ts'
import type { InitOptions } from './options.ts'

/** With `--json` it is the document on stdout. */
interface NewSite {
  /** The site's folder, absolute. */
  readonly root: string
  /** What was written, relative to it. */
  readonly files: readonly string[]
}

const configurations = ['colophon.config.ts', 'colophon.config.js', 'colophon.config.json']

/**
 * A new site with a first article, ready to publish. Nothing that is there already is touched.
 *
 * @throws {Failure} `site-exists`, `usage` for a locale that is none, those of the disk
 */
export async function init({ folder, locales, json }: InitOptions, context: Context): Promise<0> {
  const root = folder === null ? context.root : resolve(context.cwd, folder)
  const there = [...configurations, 'articles'].find((name) => existsSync(join(root, name)))
  if (there !== undefined) throw new Failure('site-exists', failures['site-exists'](root, there))
  const files = newFiles(tagsOf(locales), context.clock())
  const written = Object.entries(files).filter(([name]) => !existsSync(join(root, name)))
  for (const [name, text] of written) writeWhole(join(root, name), text)
  context.progress.end()
  const made: NewSite = { root, files: written.map(([name]) => name) }
  context.stdout.write(json ? `${JSON.stringify(made, null, 2)}\n` : told(made, context.cwd))
  return 0
}

/** English is always among them: the first article is written in it. */
function tagsOf(given: readonly string[]): Locale[] {
  const tags = given.map((text) => {
    const tag = parseLocale(text)
    if (tag === null)
      throw new Failure('usage', failures.usage(`\`${text}\` is no locale: expected a BCP 47 tag such as \`pt-BR\`.`, 'colophon init'))
    return tag
  })
  return [...new Set([...tags, 'en' as Locale])]
}

function newFiles(locales: readonly Locale[], now: Date): Readonly<Record<string, string>> {
  const list = locales.map(setting).join(', ')
  return {
    'colophon.config.ts': `import { defineConfig } from 'colophon'

export default defineConfig({
  site: { name: 'A new site', url: 'https://news.example', timeZone: 'UTC' },
  sourceLocale: 'en',
  locales: [${list}],
  cards: true,
  search: true,
})
`,
    'articles/hello.md': `---
title: The first article
description: What stands here is published, once it is yours.
date: ${now.toISOString().slice(0, 19)}Z
authors: [The editors]
---

This is \`articles/hello.md\`. Write over it, or put other files beside it: each is an article.

## What comes next

1. \`colophon serve\` shows the site while you write.
2. \`colophon check\` finds mistakes before readers do.
3. \`colophon sync\` makes a file for the translators of each language.
4. \`colophon publish --to s3://bucket\` uploads what changed.
`,
    '.gitignore':
      '# What is published to this machine, and what is remembered between runs.\n.colophon/\n.colophon-*\n# What Poedit makes beside each catalog.\n*.mo\n',
  }
}

/** What a region hasn't said for itself, its language has. */
function setting(tag: Locale): string {
  const [language = tag] = tag.split('-', 1)
  return language === tag ? `'${tag}'` : `{ tag: '${tag}', fallback: ['${language}'] }`
}

function told({ root, files }: NewSite, cwd: string): string {
  const at = relative(cwd, root)
  const where = at === '' ? '' : ` --root ${/^[\w./-]+$/.test(at) ? at : JSON.stringify(at)}`
  return `${files.map((name) => `wrote ${join(at, name)}\n`).join('')}\`colophon serve${where}\` shows it.\n`
}
