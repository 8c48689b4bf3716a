import type { Unit, UnitKind } from '../model/article.ts'
import type { Message } from '../model/catalog.ts'
import { longestText } from '../model/longest-text.ts'

/** The `#.` comments of a unit's message: what kind of text it is and how long it may be, then those that others put there. */
export function labelled(unit: Unit, extracted: readonly string[]): readonly string[] {
  const longest = longestText[unit.kind]
  const label = longest === undefined ? ` ${unit.kind}` : ` ${unit.kind}, at most ${longest} characters`
  if (extracted[0] === label && extracted.length === 1) return extracted
  return [label, ...extracted.filter((text) => kindIn(text) === null)]
}

/** The kind that a message's label tells. */
export function kindOf(message: Message): UnitKind | null {
  for (const text of message.extracted) {
    const kind = kindIn(text)
    if (kind !== null) return kind
  }
  return null
}

function kindIn(text: string): UnitKind | null {
  const name = text.replace(/, at most \d+ characters$/, '').trim()
  return KINDS.find((kind) => kind === name) ?? null
}

const KINDS: readonly UnitKind[] = [
  'title',
  'description',
  'slug',
  'place',
  'image.alt',
  'image.caption',
  'image.credit',
  'correction',
  'heading',
  'paragraph',
  'list item',
  'table cell',
  'caption',
  'credit',
  'alternative text',
  'note title',
  'author',
  'post translation',
]
