import type { Sources } from './report.ts'

/** The text of a line (from 1) without its end; null where the file can't be shown. Findings are sorted by file: the last file's lines are kept. */
export function lineReader(sources: Sources): (file: string, line: number) => string | null {
  let last: { readonly file: string; readonly lines: readonly string[] | null } | null = null
  return (file, line) => {
    if (last?.file !== file) {
      const text = sources(file)
      last = { file, lines: text === null ? null : text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/) }
    }
    return last.lines === null ? null : (last.lines[line - 1] ?? '')
  }
}
