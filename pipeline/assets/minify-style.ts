import { Failure } from '../model/failure.ts'

/** What it does with a stylesheet: another version or other browsers make another one. */
export const styleRecipe = 'lightningcss 1.33.0, chrome 120, safari 17.2, firefox 121'

/** The oldest browsers that the output must work in, those of the winter 2023. Older ones would have `:dir()`, `light-dark()` and nesting written around. */
const targets = { chrome: 120 << 16, safari: (17 << 16) | (2 << 8), firefox: 121 << 16 }

/**
 * A stylesheet as small as it gets.
 *
 * @param file its path in the site
 * @throws {Failure} `style-invalid`
 */
export async function minifyStyle(css: Uint8Array, file: string): Promise<Uint8Array> {
  const { transform } = await import('lightningcss')
  try {
    return transform({ filename: file, code: css, minify: true, targets }).code
  } catch (error) {
    throw styleInvalid(error, file)
  }
}

/** As lightningcss throws it: columns count from 1. */
interface SyntaxFault extends Error {
  readonly loc?: { readonly line: number; readonly column: number }
}

function styleInvalid(error: unknown, file: string): Failure {
  if (!(error instanceof Error)) throw error
  const { message, loc } = error as SyntaxFault
  const text = { exit: 2, what: `The stylesheet ${file} is not right.`, why: message, next: 'Correct it at the place named.' } as const
  return new Failure('style-invalid', loc === undefined ? text : { ...text, place: { file, ...loc } }, { cause: error })
}
