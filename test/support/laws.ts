import { posix } from 'node:path'
import type { Import, Module } from './imports.ts'

/** A breach of one law, `path:line: why`. */
export interface Breach {
  readonly law: Law
  readonly at: string
}

export type Law = keyof typeof laws

/** Room → the rooms that it may import besides itself. `docs/architecture.md` has the same table in words. */
const doors: Readonly<Record<string, readonly string[]>> = {
  model: [],
  config: ['model'],
  disk: [],
  read: ['model', 'templates', 'disk'],
  article: ['model'],
  catalog: ['model'],
  check: ['model'],
  merge: ['model'],
  render: ['model'],
  plan: ['model'],
  upload: ['model', 'plan', 'disk'],
  store: ['model', 'disk'],
  cache: ['model'],
  report: ['model'],
  assets: ['model', 'templates'],
  commands: [
    'model',
    'config',
    'read',
    'article',
    'catalog',
    'check',
    'merge',
    'render',
    'plan',
    'upload',
    'store',
    'cache',
    'disk',
    'report',
    'templates',
    'assets',
  ],
  cli: ['commands', 'model'],
  colophon: ['model', 'config', 'render'],
  templates: ['colophon'],
}

const pure = new Set(['model', 'article', 'catalog', 'check', 'merge', 'render', 'plan'])

/** Law → what breaks it, each breach as `path:line: why`. */
const laws = {
  doors: each(({ imports }) => imports.filter(throughAWall).map((edge) => say(edge, `may not import ${edge.to}`))),
  'pure rooms': each((module) => (pure.has(room(module.path)) ? impurities(module) : [])),
  'AWS SDK': each(({ path, imports }) =>
    /^pipeline\/store\/(?:s3[^/]*|cloudfront)\.ts$/.test(path)
      ? []
      : imports.filter(({ to }) => isAws(to)).map((edge) => say(edge, 'only store/s3*.ts and store/cloudfront.ts import the AWS SDK')),
  ),
  zx: each(({ path, imports }) =>
    ['read', 'commands'].includes(room(path))
      ? []
      : imports.filter(({ to }) => isPackage(to, 'zx')).map((edge) => say(edge, 'only read/ and commands/ import zx')),
  ),
  terminal: each(({ path, terminal }) =>
    path === 'pipeline/cli.ts' ? [] : terminal.map((line) => `${path}:${line}: only cli.ts touches the terminal`),
  ),
  'default exports': each(({ path, defaultExports }) =>
    path.startsWith('templates/') ? [] : defaultExports.map((line) => `${path}:${line}: a default export has no name`),
  ),
  'computed imports': each(({ path, imports }) =>
    ['config', 'read', 'assets', 'commands'].includes(room(path))
      ? []
      : imports
          .filter(({ to }) => to === null)
          .map((edge) => say(edge, 'only config/, read/, assets/ and commands/ load what only a site knows')),
  ),
  // A template is named after its page, and one of the pages is the index.
  'file names': each(({ path }) =>
    path !== 'templates/index.ts' && /^(utils?|helpers?|common|misc|types|constants|index)$/.test(posix.basename(path, '.ts'))
      ? [`${path}:1: a name that tells nothing`]
      : [],
  ),
  cycles,
} satisfies Record<string, (modules: readonly Module[]) => string[]>

/** What breaks the laws of the house. */
export function breaches(modules: readonly Module[]): Breach[] {
  return Object.entries(laws).flatMap(([law, look]) => look(modules).map((at) => ({ law: law as Law, at })))
}

/** The names of all laws. */
export const lawNames = Object.keys(laws) as Law[]

/** The room that a file of ours belongs to: its folder below `pipeline/`, the file's own name beside `cli.ts`, or the top folder. */
export function room(path: string): string {
  const [top = '', second = ''] = path.split('/')
  if (path === 'colophon') return 'colophon'
  return top === 'pipeline' ? posix.basename(second, '.ts') : top
}

function each(look: (module: Module) => string[]): (modules: readonly Module[]) => string[] {
  return (modules) => modules.flatMap(look)
}

function throughAWall({ from, to }: Import): boolean {
  if (to === null || !isOurs(to)) return false
  const here = room(from)
  return here !== room(to) && doors[here]?.includes(room(to)) !== true
}

function isOurs(name: string): boolean {
  return name === 'colophon' || /^(pipeline|templates|test|docs|locales|articles|\.\.)\//.test(name)
}

function impurities({ path, imports, world }: Module): string[] {
  return [
    ...imports.filter(({ to }) => to !== null && impure(to)).map((edge) => say(edge, `is pure, no place for ${edge.to}`)),
    ...world.map((line) => `${path}:${line}: is pure, no place for the clock, chance, environment or network`),
  ]
}

function impure(name: string): boolean {
  return (name.startsWith('node:') && name !== 'node:crypto') || isAws(name) || isPackage(name, 'zx')
}

function isAws(name: string | null): boolean {
  return name !== null && /^@(aws-sdk|smithy|aws-crypto)\//.test(name)
}

function isPackage(name: string | null, wanted: string): boolean {
  return name === wanted || name?.startsWith(`${wanted}/`) === true
}

function say({ from, line }: Import, why: string): string {
  return `${from}:${line}: ${why}`
}

/** Circles of rooms, each named once, from its first room in the alphabet. */
function cycles(modules: readonly Module[]): string[] {
  const next = new Map<string, Set<string>>()
  for (const { from, to } of modules.flatMap(({ imports }) => imports)) {
    if (to === null || !isOurs(to) || room(from) === room(to)) continue
    next.set(room(from), (next.get(room(from)) ?? new Set()).add(room(to)))
  }
  const found = new Set<string>()
  const walk = (path: readonly string[]): void => {
    for (const to of next.get(path.at(-1) ?? '') ?? []) {
      if (to === path[0] && path.every((other) => other >= to)) found.add(`pipeline:1: a circle of rooms, ${[...path, to].join(' → ')}`)
      if (!path.includes(to)) walk([...path, to])
    }
  }
  for (const start of next.keys()) walk([start])
  return [...found]
}
