/** A picture as pages show it. */
export interface ShownPicture {
  /** Root-relative, or an absolute address on an allowed host; what a browser gets that knows none of the sources, and what others are shown. */
  readonly src: string
  /** CSS pixels. Not known of a picture on another host. */
  readonly width?: number
  readonly height?: number
  /** Its average, `#rrggbb`, to be seen until it is there. */
  readonly colour?: string
  /** Lighter ones, the best first. */
  readonly sources: readonly PictureSource[]
}

export interface PictureSource {
  /** `image/avif` */
  readonly type: string
  /** `/assets/a.avif 400w, …` */
  readonly srcset: string
  /** How wide it is shown: a `sizes` attribute. */
  readonly sizes: string
  /** A media query. */
  readonly media?: string
}
