import type { Unit } from '../../model/article.ts'
import type { Message } from '../../model/catalog.ts'
import type { Match } from '../../model/match.ts'
import { align } from '../align.ts'
import { joinTexts } from '../halves.ts'
import { similarityTo } from '../similarity.ts'
import type { Adoption } from './adoption.ts'
import { oneLine } from './bare-text.ts'
import { type Fit, otherFit } from './fit.ts'
import type { ForeignText } from './foreign-text.ts'

/** Between unchanged neighbours, as for alignment; a text that merely stands alone there is no reason to believe it. */
const NEAR = 0.5

/** Texts that stood in an article and were edited, split or merged since: aligned with it as one of our own catalogs would be. */
export function giveNearFits(adoption: Adoption, byArticle: ReadonlyMap<string, readonly ForeignText[]>): void {
  for (const { id, units } of adoption.articles) {
    const texts = byArticle.get(id) ?? []
    if (units.every((unit) => adoption.fits.has(unit)) || !texts.some((text) => text.current && !adoption.homes.has(text))) continue
    const known = knownTexts(units, adoption)
    const messages = new Map(texts.filter(({ current }) => current).map((text) => [asMessage(text, known.get(text) ?? null), text]))
    const settled = units.filter((unit) => adoption.fits.has(unit)).map(settledMessage)
    const catalog = { source: null, headers: [], head: null, messages: [...settled, ...messages.keys()], trailing: [] }
    for (const [at, match] of align(units, catalog).entries()) {
      const unit = units[at] as Unit
      const fit = adoption.fits.has(unit) || unit.repeat > 0 || unit.kind === 'slug' ? null : nearFit(unit, match, messages)
      if (fit !== null) adoption.give({ article: id, unit }, fit)
    }
  }
}

/** The units that have a text of their own already. */
function knownTexts(units: readonly Unit[], { fits }: Adoption): Map<ForeignText, Unit> {
  return new Map(
    units.flatMap((unit) => {
      const text = fits.get(unit)?.texts
      return text?.length === 1 ? [[text[0] as ForeignText, unit] as const] : []
    }),
  )
}

/** A unit that needs no text any more, so that it takes none from the others. */
function settledMessage({ context, text }: Unit): Message {
  const empty = { idPlural: null, comments: [], extracted: [], references: [], flags: [], previous: null, obsolete: true, line: 0 }
  return { ...empty, context, id: text, strings: [text] }
}

function asMessage({ id, text, context, message }: ForeignText, known: Unit | null): Message {
  return {
    ...message,
    context: known === null ? context : known.context,
    id: known?.text ?? oneLine(id),
    strings: [text],
    extracted: [],
    previous: null,
  }
}

function nearFit(unit: Unit, match: Match, messages: ReadonlyMap<Message, ForeignText>): Fit | null {
  const previous = match.kind === 'outdated' ? match.previous.id : null
  if (match.kind !== 'outdated' || previous === null || similarityTo(unit.text)(previous) < NEAR) return null
  const [first, ...more] = textsOf(match, previous, messages)
  if (first === undefined) return null
  return otherFit(
    [first, ...more],
    unit,
    match.how === 'split' || match.how === 'merge' ? match.how : 'another source',
    previous,
    match.text,
  )
}

/** Of merged ones all, which are neighbours. */
function textsOf(
  { message, how }: Match & { kind: 'outdated' },
  previous: string,
  messages: ReadonlyMap<Message, ForeignText>,
): ForeignText[] {
  const all = [...messages.keys()]
  const start = all.indexOf(message)
  const isWhole = (count: number) => joinTexts(all.slice(start, start + count).map(({ id }) => id)) === previous
  const count = how === 'merge' ? ([2, 3, 4].find(isWhole) ?? 1) : 1
  return all.slice(start, start + count).flatMap((one) => messages.get(one) ?? [])
}
