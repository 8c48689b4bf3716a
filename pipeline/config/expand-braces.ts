/** At most so many forms of one phrase. */
const most = 1000

const braces = /\{([^{}]*)\}/

/** The inflected forms of a phrase: `utilis{e,es,ed}` is `utilise`, `utilises` and `utilised`. Null where there are more than a thousand. */
export function expandBraces(phrase: string): string[] | null {
  let forms = [phrase]
  while (forms.some((form) => braces.test(form))) {
    forms = forms.flatMap((form) => {
      const group = braces.exec(form)
      if (group === null) return [form]
      const [whole, inner = ''] = group
      return inner.split(',').map((ending) => form.slice(0, group.index) + ending.trim() + form.slice(group.index + whole.length))
    })
    if (forms.length > most) return null
  }
  return forms
}
