import { lazily } from '../model/lazily.ts'

/** Turns offsets in one file into lines and columns and back, as `pointAt` counts them, without reading the file anew each time. */
export interface Lines {
  pointAt(offset: number): { readonly line: number; readonly column: number }
  offsetAt(line: number, column: number): number
}

export function linesOf(text: string): Lines {
  const found = lazily(() => lineStarts(text))
  return {
    pointAt(offset) {
      const starts = found()
      let low = 0
      let high = starts.length - 1
      while (low < high) {
        const middle = (low + high + 1) >> 1
        if ((starts[middle] ?? 0) <= offset) low = middle
        else high = middle - 1
      }
      return { line: low + 1, column: Math.max(1, Math.min(offset, text.length) - (starts[low] ?? 0) + 1) }
    },
    offsetAt(line, column) {
      return (found()[line - 1] ?? text.length) + column - 1
    },
  }
}

function lineStarts(text: string): number[] {
  const starts = [text.startsWith('\uFEFF') ? 1 : 0]
  for (const { 0: end, index } of text.matchAll(/\r\n|\n|\r/g)) starts.push(index + end.length)
  return starts
}
