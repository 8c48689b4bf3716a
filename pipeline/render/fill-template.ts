import { Failure } from '../model/failure.ts'
import { Html } from '../model/html.ts'
import type { Place } from '../model/place.ts'

/** What a failure says of a page. */
interface Filled {
  readonly path: string
  readonly locale: { readonly tag: string }
}

/**
 * The whole document that a template makes of a view.
 *
 * @param name of the template's file, for people
 * @throws {Failure} `template-failed`, with the template, the page, its locale, and the line where that is known
 */
export function fill<View extends Filled>(name: string, template: (view: View) => Html, view: View): string {
  let page: Html
  try {
    page = template(view)
    if (!(page instanceof Html)) throw new TypeError(`it returned ${typeof page}, not what the html tag makes`)
  } catch (cause) {
    throw templateFailed(name, view, cause)
  }
  return `<!doctype html>\n${page}\n`
}

function templateFailed(name: string, view: Filled, cause: unknown): Failure {
  const message = cause instanceof Error ? cause.message : String(cause)
  const place = templatePlace(cause)
  return new Failure(
    'template-failed',
    {
      exit: 2,
      what: `The template ${name} failed on ${view.path} (${view.locale.tag}).`,
      why: message,
      next: `Mend templates/${name}.ts or what it calls.`,
      ...(place && { place }),
    },
    { cause },
  )
}

/** The first frame of the stack that is a template; types are stripped in place, so lines and columns are the file's. */
function templatePlace(cause: unknown): Place | null {
  const [, file, line, column] =
    /(templates\/[\w./-]+\.[jt]s)(?:\?[^:]*)?:(\d+):(\d+)/.exec((cause instanceof Error && cause.stack) || '') ?? []
  return file === undefined ? null : { file, line: Number(line), column: Number(column) }
}
