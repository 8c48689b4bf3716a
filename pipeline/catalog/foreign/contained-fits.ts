import { cutLike, joinTexts } from '../halves.ts'
import type { Adoption, OpenUnit } from './adoption.ts'
import { type Contained, containedIn } from './contained.ts'
import { otherFit } from './fit.ts'
import type { ForeignText } from './foreign-text.ts'

/** Of a unit's words: those of several texts together. */
const MOSTLY = 0.5
/** Those of what is left: less is no help to a translator, and no words for a reader. */
const WORTHWHILE = 0.25

/** Units that are made of several texts, most of them unchanged. */
export function giveJoinedFits(adoption: Adoption): void {
  giveParts(adoption, (parts, share) => parts.length > 1 && share >= MOSTLY)
}

/** Texts that stand unchanged in a longer unit now; then units that were cut out of a longer text. */
export function giveContainedFits(adoption: Adoption): void {
  giveParts(adoption, (_parts, share) => share >= WORTHWHILE)
  giveCuts(adoption)
}

function giveParts(adoption: Adoption, isWanted: (parts: readonly Contained[], share: number) => boolean): void {
  const open = adoption.open()
  const texts = adoption.homeless()
  const found = containedIn(
    open.map(({ unit }) => unit.text),
    texts.map(({ id }) => id),
  )
  for (const [at, { parts, length }] of found.entries()) {
    const share = parts.reduce((sum, part) => sum + part.length, 0) / Math.max(1, length)
    if (!isWanted(parts, share)) continue
    const place = open[at] as OpenUnit
    const inside = parts.map(({ part }) => texts[part] as ForeignText)
    const [ids, words] = [inside.map(({ id }) => id), inside.map(({ text }) => text)]
    const doubt = inside.length === 1 ? 'another source' : 'merge'
    adoption.give(place, otherFit(inside, place.unit, doubt, joinTexts(ids), joinTexts(words)))
  }
}

function giveCuts(adoption: Adoption): void {
  const open = adoption.open()
  const texts = adoption.homeless()
  const found = containedIn(
    texts.map(({ id }) => id),
    open.map(({ unit }) => unit.text),
  )
  for (const [at, { parts }] of found.entries()) {
    const text = texts[at] as ForeignText
    const inside = parts.map(({ part }) => open[part] as OpenUnit)
    if (inside.length === 0) continue
    const cut = cutLike(
      inside.map(({ unit }) => unit.text),
      text.id,
      text.text,
    )
    for (const [nth, place] of inside.entries())
      if (!adoption.fits.has(place.unit)) adoption.give(place, otherFit([text], place.unit, 'split', text.id, cut?.[nth] ?? text.text))
  }
}
