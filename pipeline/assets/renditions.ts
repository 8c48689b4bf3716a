import { type Digest, digest } from '../model/digest.ts'
import type { PictureFacts } from './measure-picture.ts'

/** One file to be made of a picture. */
export interface Rendition {
  readonly format: 'avif' | 'webp' | 'jpeg' | 'png'
  /** Pixels. */
  readonly width: number
  readonly height: number
  readonly moving: boolean
  /** Of the picture and of how this is made of it: equal ones are one file, whoever made it, and when. */
  readonly digest: Digest
}

export interface Renditions {
  /** The best format first, each by width; those that move beside others that don't, for readers who want it quiet. */
  readonly sources: readonly { readonly quiet: boolean; readonly files: readonly Rendition[] }[]
  /** For feeds, other sites and browsers that know none of the sources. */
  readonly fallback: Rendition
  /** The whole picture, for a link to it. */
  readonly full: Rendition
}

/** Counted up where the same picture is to be made anew. */
const recipe = 1

/** Pixels: what others show of a page is seldom wider. */
const fallbackWidth = 1200

/** Pixels: no WebP is higher. */
const highest = 16383

/**
 * What is made of a picture: known without making it, so that what is published already never is.
 *
 * @param source digest of its bytes
 * @param widths of the layout, in ascending order; a picture is never enlarged
 */
export function renditions(source: Digest, facts: PictureFacts, widths: readonly number[]): Renditions {
  const moving = facts.frames > 1
  const make = (format: Rendition['format'], width: number, moves = false): Rendition => {
    const height = Math.max(1, Math.round((facts.height * width) / facts.width))
    return { format, width, height, moving: moves, digest: digest(`${recipe} ${source} ${format} ${width} ${moves}`) }
  }
  const all = (format: Rendition['format'], moves = false): Rendition[] =>
    widthsOf(facts, widths).map((width) => make(format, width, moves))
  const still = facts.alpha ? 'png' : facts.format === 'png' ? 'png' : 'jpeg'
  const fallback = make(still, Math.min(facts.width, fallbackWidth))
  const full = make(moving ? 'webp' : still, facts.width, moving)
  if (moving) {
    const quiet = { quiet: true, files: all('webp') }
    return { sources: [quiet, { quiet: false, files: all('webp', true) }], fallback, full }
  }
  const tooHigh = facts.height * Math.min(1, (widths[0] ?? facts.width) / facts.width) > highest
  const sources = tooHigh ? [] : [all('avif'), all('webp')].map((files) => ({ quiet: false, files }))
  return { sources, fallback, full }
}

/** Those that are narrower than the picture, and its own where that is within the layout's. */
function widthsOf({ width, height }: PictureFacts, widths: readonly number[]): number[] {
  const most = Math.min(width, widths.at(-1) ?? width)
  const fitting = [...new Set([...widths.filter((one) => one < most), most])]
  return fitting.filter((one, index) => index === 0 || (height * one) / width <= highest)
}
