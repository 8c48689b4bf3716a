import type { Context } from './context.ts'
import type { Press } from './press.ts'

/** Once all pages are made. */
export function settlePictures({ room, cards }: Press, { progress }: Pick<Context, 'progress'>): void {
  const why = room.pictures.settle(room.now)
  if (why !== null) progress.note(`Pictures can't be kept in .colophon: ${why}. They are made anew each time.`)
  const unset = cards?.unset ?? []
  if (unset.length === 0) return
  progress.note(
    `No font has the letters of titles in ${unset.join(', ')}: their social cards show no title. Name one in cards.fonts of the configuration.`,
  )
}
