/**
 * What a message is known by, as in gettext's own tables: the context, EOT, the id; the id alone where there is no context.
 *
 * An id that holds an EOT itself can equal the key of another one: compare the contexts too where that matters.
 */
export function catalogKey(context: string | null, id: string): string {
  return context === null ? id : `${context}\u0004${id}`
}
