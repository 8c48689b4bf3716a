import { escaped } from '../escaped.ts'
import type { CloseSegment } from './segment.ts'

/** A near translation as a `#.` comment, on one line: ` Close (84%, 2026/11/talks): "source" → "target"`. */
export function closeComment({ likeness, article, source, target }: CloseSegment): string {
  return ` Close (${Math.floor(likeness * 100)}%, ${article}): "${escaped(source)}" → "${escaped(target)}"`
}

export function isCloseComment(extracted: string): boolean {
  return /^ Close \(\d+%, .+\): ".*" → ".*"$/.test(extracted)
}
