import type { Locale } from '../model/locale.ts'
import { remembering } from '../model/remembering.ts'
import type { Formats } from './formats-view.ts'
import { html, type Renderable } from './html.ts'

/** Headlines as a language breaks them: Chinese writes no spaces, so `<wbr>` says where its words end, and the stylesheet breaks lines nowhere else. */
export function headlines(locale: Locale): Formats['headline'] {
  if (new Intl.Locale(locale).language !== 'zh') return (text) => text
  const segmenter = new Intl.Segmenter(locale, { granularity: 'word' })
  return remembering(mostRemembered, (text) => withBreaks([...segmenter.segment(text)]))
}

/** More than the headlines that lists show again and again. */
const mostRemembered = 4_000

/** Not beside punctuation, which has rules of its own. */
function withBreaks(segments: readonly Intl.SegmentData[]): Renderable {
  return segments.map(({ segment, isWordLike }, index) => {
    const between = isWordLike === true && segments[index - 1]?.isWordLike === true
    return between ? html`<wbr>${segment}` : segment
  })
}
