import type { Context } from './context.ts'
import type { Newsroom } from './newsroom.ts'

/** Once all pages are made. */
export function settlePictures({ pictures, now }: Newsroom, { progress }: Pick<Context, 'progress'>): void {
  const why = pictures.settle(now)
  if (why !== null) progress.note(`Pictures can't be kept in .colophon: ${why}. They are made anew each time.`)
}
