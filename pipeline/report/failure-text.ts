import { styleText } from 'node:util'
import type { Failure } from '../model/failure.ts'
import type { Place } from '../model/place.ts'

/**
 * A failure for people: what happened, where, why, what to do.
 *
 * @param text of the file that the failure's place names; null where it is unknown
 */
export async function failureText({ code, text }: Failure, { colour, file }: { colour: boolean; file: string | null }): Promise<string> {
  const style: Style = (format, words) => (colour ? styleText(format, words, { validateStream: false }) : words)
  const lines = [`${style('red', `error[${code}]:`)} ${text.what}`]
  if (text.place !== undefined) {
    const { place } = text
    lines.push(`  ${style('dim', 'at')} ${place.file}:${place.line}:${place.column}`)
    if (file !== null) lines.push(await codeFrame(file, place, colour))
  }
  if (text.why !== undefined) lines.push(`${style('bold', 'why:')}  ${text.why}`)
  lines.push(`${style('bold', 'next:')} ${text.next}`)
  return `${lines.join('\n')}\n`
}

type Style = (format: 'red' | 'bold' | 'dim', words: string) => string

/** Lines longer than this are no help on a terminal. */
const longestLine = 500

async function codeFrame(file: string, { line, column }: Place, colour: boolean): Promise<string> {
  const text = file.replace(/^\uFEFF/, '').replaceAll(new RegExp(`^.{${longestLine},}$`, 'gm'), (long) => long.slice(0, longestLine))
  const { codeFrameColumns } = await import('@babel/code-frame')
  // Its columns count from 0.
  return codeFrameColumns(text, { start: { line, column: column - 1 } }, { forceColor: colour, linesAbove: 1, linesBelow: 1 })
}

/** A failure for programs: the one JSON document of a command that could not go on. Absent parts are null. */
export function failureJson({ code, text }: Failure): string {
  const { what, why, next, place } = text
  const error = {
    code,
    what,
    why: why ?? null,
    next,
    file: place?.file ?? null,
    line: place?.line ?? null,
    column: place?.column ?? null,
  }
  return `${JSON.stringify({ error }, null, 2)}\n`
}
