import type { FailureText } from '../model/failure.ts'

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
  'unknown-rule': (given: string, known: readonly string[], hint: string): FailureText => ({
    exit: 2,
    what: `The configuration sets \`${given}\`, which is no rule.${hint}`,
    why: `The rules are ${known.join(', ')}.`,
    next: 'Correct `check.rules` in the configuration.',
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
