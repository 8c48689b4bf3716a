import type { FailureText } from '../model/failure.ts'
import type { Place } from '../model/place.ts'

/** What can be wrong with how a command was called, or with where. */
export const failures = {
  usage: (what: string, command: string): FailureText => ({
    exit: 2,
    what,
    next: `See \`${command} --help\`.`,
  }),
  'no-articles': (root: string): FailureText => ({
    exit: 2,
    what: `${root} is no site: it has no folder \`articles\`.`,
    next: `Name the site's folder by --root, or write a first article, articles/hello.md.`,
  }),
  'unknown-locale': (given: string, known: readonly string[], hint: string): FailureText => ({
    exit: 2,
    what: `The site has no locale \`${given}\`.${hint}`,
    why: `Its locales are ${known.join(', ')}.`,
    next: 'Name one of them by --locale, or add the new one to `locales` in the configuration.',
  }),
  'unknown-article': (given: string, known: readonly string[], hint: string): FailureText => ({
    exit: 2,
    what: `The site has no article \`${given}\`.${hint}`,
    why: known.length === 0 ? 'It has no article at all.' : `Its articles are ${some(known)}.`,
    next: 'Name an article by its path below articles/, without .md: `--article 2025/07/iran-talks`.',
  }),
  'unknown-file': (given: string): FailureText => ({
    exit: 2,
    what: `${given} is no article and no catalog of the site.`,
    next: 'Name files as articles/<id>.md or locales/<tag>/articles/<id>.po, relative to the working directory.',
  }),
  'file-unreadable': (given: string, why: string): FailureText => ({
    exit: 2,
    what: `${given} can't be read.`,
    why,
    next: 'Name a file that is there, relative to the working directory.',
  }),
  'exchange-invalid': (why: string, place: Place): FailureText => ({
    exit: 2,
    what: `${place.file} can't be read: ${/[.!?]$/.test(why) ? why : `${why}.`}`,
    why: 'Nothing was imported.',
    next: 'Export the file from the tool again, as XLIFF 2.0, 2.1 or TMX 1.4 in UTF-8.',
    place,
  }),
  'exchange-format': (file: string, found: string): FailureText => ({
    exit: 2,
    what: `${file} is ${found}, expected XLIFF 2.0 or 2.1 (.xlf, .xliff) or TMX 1.1 to 1.4 (.tmx).`,
    why: 'Nothing was imported.',
    next: 'Export it from the tool in one of these formats.',
  }),
  'unknown-rule': (given: string, known: readonly string[], hint: string): FailureText => ({
    exit: 2,
    what: `The configuration sets \`${given}\`, which is no rule.${hint}`,
    why: `The rules are ${known.join(', ')}.`,
    next: 'Correct `check.rules` in the configuration.',
  }),
  'rule-options': (path: string, why: string, rule: string): FailureText => ({
    exit: 2,
    what: `The configuration is not right: \`${path}\`: ${why}`,
    next: `See docs/rules/${rule}.md for the options of the rule.`,
  }),
  'baseline-missing': (file: string): FailureText => ({
    exit: 2,
    what: `There is no baseline ${file}.`,
    next: `Make it of what is found now: \`colophon check --baseline ${file} --update-baseline\`.`,
  }),
  'baseline-invalid': (why: string, place: Place): FailureText => ({
    exit: 2,
    what: `${place.file} is no baseline: ${why}`,
    next: 'Correct the line, or take the marks of a merge out, or make the baseline anew by --update-baseline after deleting it.',
    place,
  }),
  'site-exists': (root: string, there: string): FailureText => ({
    exit: 2,
    what: `${root} is a site already: it has ${there}.`,
    why: 'A new site overwrites nothing.',
    next: 'Name another folder: `colophon init DIR`.',
  }),
  'article-exists': (path: string): FailureText => ({
    exit: 2,
    what: `${path} is there already.`,
    why: 'Importing never overwrites a file.',
    next: 'Give the new article another id by --id, or remove that file.',
  }),
  'import-id': (id: string, why: string | undefined): FailureText => ({
    exit: 2,
    what: `\`${id}\` can't be the id of an article.`,
    why: why ?? 'An id is a path of letters and digits with `-` between them, such as 2025/07/iran-talks.',
    next: 'Name another one by --id.',
  }),
  'import-article': (path: string): FailureText => ({
    exit: 1,
    what: `The article ${path} has errors, so nothing can be aligned with it.`,
    next: 'Correct them, see `colophon check`; then run the same command again.',
  }),
  'import-locale': (path: string | null, given: string, known: readonly string[]): FailureText => ({
    exit: 2,
    what: path === null ? `No article is translated into \`${given}\`.` : `${path} isn't translated into \`${given}\`.`,
    why: known.length === 0 ? 'There is no translation into any language.' : `There are translations into ${known.join(', ')}.`,
    next: 'Name one of these, as in `it=FILE`; or add the locale to `translate` in the front matter.',
  }),
  'import-catalog': (path: string, why: string): FailureText => ({
    exit: 1,
    what: `The catalog ${path} can't be read, so nothing can be brought into it.`,
    why,
    next: 'Correct it; then run the same command again.',
  }),
  'import-po': (why: string, place: Place): FailureText => ({
    exit: 2,
    what: `${place.file} can't be read: ${/[.!?]$/.test(why) ? why : `${why}.`}`,
    why: 'Nothing of it was imported.',
    next: 'Correct the file, or save it again as UTF-8 with the tool that made it; then run the same command again.',
    place,
  }),
  interrupted: (signal: string): FailureText => ({
    exit: 3,
    what: `Stopped by ${signal}.`,
    next: 'Run the same command again: what was written is whole, and it goes on from there.',
  }),
  'internal-error': (message: string): FailureText => ({
    exit: 3,
    what: `Colophon made a mistake of its own: ${message}`,
    why: 'This is a bug, not yours.',
    next: 'Please report it, with what the same command says when COLOPHON_DEBUG=1 is set.',
  }),
} as const

/** The first of many, and how many more there are. */
function some(names: readonly string[]): string {
  const shown = names.slice(0, 10).join(', ')
  return names.length > 10 ? `${shown} and ${names.length - 10} more` : shown
}
