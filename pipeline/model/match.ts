import type { Message, Previous } from './catalog.ts'

/** What a catalog has for one unit. */
export type Match =
  /** A translation of exactly this text in this context: may be published as current. */
  | { readonly kind: 'exact'; readonly message: Message; readonly text: string }
  /** The last good words, of a source that is near but isn't this text. */
  | {
      readonly kind: 'outdated'
      /** The first one, where several were merged. */
      readonly message: Message
      readonly text: string
      readonly how: How
      /** What `text` translates; its context is null where it is the unit's own. */
      readonly previous: Previous
    }
  /** The message that awaits the words: untranslated, or with a text that nobody vouches for; null where there is none. */
  | { readonly kind: 'missing'; readonly message: Message | null }

/** `fuzzy`: a message for this very text says so itself. `split`, `merge`: of the paragraph's text in the article. */
export type How = 'fuzzy' | 'neighbours' | 'similar' | 'split' | 'merge'
