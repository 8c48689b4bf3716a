import { fc } from '@fast-check/vitest'

/** One step of an editor, on an article as its paragraphs; positions wrap around. */
export type Edit =
  | { readonly kind: 'insert'; readonly at: number; readonly text: string }
  | { readonly kind: 'delete' | 'duplicate' | 'split' | 'merge'; readonly at: number }
  | { readonly kind: 'move' | 'swap'; readonly at: number; readonly to: number }
  | { readonly kind: 'edit'; readonly at: number; readonly word: number; readonly by: string }

const words = ['talks', 'the', 'minister', 'said', 'resume', 'Vienna', 'not', 'won', 'a', 'ceasefire', 'on', 'Monday', 'oil']
const sentence = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 9 }).map((chosen) => `${chosen.join(' ')}.`)
const paragraph = fc.array(sentence, { minLength: 1, maxLength: 3 }).map((sentences) => sentences.join(' '))
const at = fc.nat(40)

/** The title first, then paragraphs. */
export const article: fc.Arbitrary<string[]> = fc
  .tuple(sentence, fc.array(paragraph, { minLength: 1, maxLength: 8 }))
  .map(([title, body]) => [`title: ${title}`, ...body])

export const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ kind: fc.constant('insert' as const), at, text: paragraph }),
  fc.record({ kind: fc.constantFrom('delete', 'duplicate', 'split', 'merge'), at }),
  fc.record({ kind: fc.constantFrom('move', 'swap'), at, to: at }),
  fc.record({ kind: fc.constant('edit' as const), at, word: at, by: fc.constantFrom(...words, '') }),
)

/** The title is only ever edited. */
export function edited([title = '', ...body]: readonly string[], edit: Edit): string[] {
  if (edit.kind === 'edit' && edit.at % (body.length + 1) === 0) return [`title: ${withWord(title.slice(7), edit.word, edit.by)}`, ...body]
  return [title, ...editedBody(body, edit)]
}

function editedBody(body: readonly string[], edit: Edit): string[] {
  const at = body.length === 0 ? 0 : edit.at % body.length
  const text = body[at]
  if (text === undefined) return edit.kind === 'insert' ? [edit.text] : []
  switch (edit.kind) {
    case 'insert':
      return body.toSpliced(at, 0, edit.text)
    case 'delete':
      return body.toSpliced(at, 1)
    case 'duplicate':
      return body.toSpliced(at, 0, text)
    case 'split':
      return body.toSpliced(at, 1, ...text.split(/(?<=\.) /))
    case 'merge':
      return at + 1 < body.length ? body.toSpliced(at, 2, `${text} ${body[at + 1]}`) : [...body]
    case 'move':
      return body.toSpliced(at, 1).toSpliced(edit.to % body.length, 0, text)
    case 'swap':
      return body.with(at, body[edit.to % body.length] ?? '').with(edit.to % body.length, text)
    case 'edit':
      return body.with(at, withWord(text, edit.word, edit.by))
  }
}

function withWord(text: string, at: number, by: string): string {
  const all = text.split(' ')
  const changed = all.toSpliced(at % all.length, by === '' ? 1 : 0, ...(by === '' ? [] : [by])).join(' ')
  return changed === '' ? text : changed
}
