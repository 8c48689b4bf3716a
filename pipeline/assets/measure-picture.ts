import { loadSharp } from './load-sharp.ts'
import { unsafeSvg } from './unsafe-svg.ts'

/** What pages need to know of a picture. Plain JSON: it is kept. */
export interface PictureFacts {
  readonly kind: 'picture'
  readonly format: 'jpeg' | 'png' | 'webp' | 'gif' | 'avif' | 'svg'
  /** Pixels, as it is shown: the orientation that a camera noted is applied. */
  readonly width: number
  readonly height: number
  /** Whether something behind it may be seen. */
  readonly alpha: boolean
  readonly frames: number
  /** Its average, `#rrggbb`; null where it may be seen through. */
  readonly colour: string | null
}

/** A file that can't be shown; `why` goes on from "The picture … can't be shown: ". */
export interface PictureFault {
  readonly kind: 'fault'
  readonly why: string
}

/** Pixels of all frames together. A camera's picture has 12 to 50 million; one of 64 million takes 200 MB to decode. */
const mostPixels = 64_000_000
/** Bytes. */
const largest = 64 * 1024 * 1024
const largestSvg = 1024 * 1024

/** What a picture is, by its bytes whatever its name, decoded once as a whole: one that breaks off is found. */
export async function measurePicture(bytes: Uint8Array): Promise<PictureFacts | PictureFault> {
  if (bytes.length > largest) return fault(`it has ${megabytes(bytes.length)}, expected at most ${megabytes(largest)}; scale it down.`)
  const sharp = await loadSharp()
  try {
    const found = await sharp(bytes, { limitInputPixels: false }).metadata()
    const format = formatOf(found.format, found.compression)
    if (format === null) return notAPicture
    if (format === 'svg') return svgFacts(bytes, found)
    const frames = format === 'gif' || format === 'webp' ? (found.pages ?? 1) : 1
    const { width, height } = found.autoOrient
    const pixels = width * height * frames
    if (pixels > mostPixels) return fault(`it has ${megapixels(pixels)}, expected at most ${megapixels(mostPixels)}; scale it down.`)
    const average = await sharp(bytes).resize(1, 1, { fit: 'fill' }).removeAlpha().toColourspace('srgb').raw().toBuffer()
    const colour = found.hasAlpha ? null : `#${average.subarray(0, 3).toString('hex')}`
    return { kind: 'picture', format, width, height, alpha: found.hasAlpha, frames, colour }
  } catch (error) {
    return damaged(bytes, error)
  }
}

const notAPicture = fault('its bytes are no picture: expected JPEG, PNG, WebP, AVIF, GIF or SVG; export it anew.')

function formatOf(format: string | undefined, compression: string | undefined): PictureFacts['format'] | null {
  switch (format) {
    case 'jpeg':
    case 'png':
    case 'webp':
    case 'gif':
    case 'svg':
      return format
    case 'heif':
      return compression === 'av1' ? 'avif' : null
    default:
      return null
  }
}

function svgFacts(bytes: Uint8Array, { width, height }: { readonly width: number; readonly height: number }): PictureFacts | PictureFault {
  if (bytes.length > largestSvg) {
    const size = `${megabytes(bytes.length)}, expected at most ${megabytes(largestSvg)}`
    return fault(`it has ${size}; simplify its paths, or export it as PNG.`)
  }
  const unsafe = unsafeSvg(bytes)
  if (unsafe !== null) return fault(`${unsafe}; export it as plain SVG, or as PNG.`)
  return { kind: 'picture', format: 'svg', width, height, alpha: true, frames: 1, colour: null }
}

/** Bytes with which a picture that can't be read begins, all the same. */
const beginnings = [
  /^\xff\xd8\xff/,
  /^\x89PNG/,
  /^RIFF....WEBP/s,
  /^GIF8/,
  /^....ftyp(?:avif|avis|mif1)/s,
  /^\s*<(?:\?xml|!DOCTYPE svg|svg)/i,
]

function damaged(bytes: Uint8Array, error: unknown): PictureFault {
  const start = Buffer.from(bytes.subarray(0, 64)).toString('latin1')
  if (!beginnings.some((beginning) => beginning.test(start))) return notAPicture
  const detail = error instanceof Error ? ` (${error.message.trim().split('\n').at(-1)?.trim()})` : ''
  return fault(`it breaks off or is damaged${detail}; export it anew.`)
}

function fault(why: string): PictureFault {
  return { kind: 'fault', why }
}

function megapixels(pixels: number): string {
  return `${Math.round(pixels / 1e5) / 10} megapixels`
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1024 / 102.4) / 10} MB`
}
