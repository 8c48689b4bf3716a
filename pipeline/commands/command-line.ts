import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { Failure } from '../model/failure.ts'
import type { Command as ColophonCommand } from './context.ts'
import { failures } from './failures.ts'
import {
  type BuildOptions,
  type CheckOptions,
  type CommonOptions,
  checkFormats,
  type ExportOptions,
  exchangeFormats,
  type ImportOptions,
  type InitOptions,
  type MergePoOptions,
  type PublishOptions,
  type ReleasesOptions,
  type RollbackOptions,
  type ServeOptions,
  type StartOptions,
  type StatusOptions,
  type SyncOptions,
  statusFormats,
  type TranslationOption,
  type VerifyOptions,
} from './options.ts'
import { isPreviewName } from './previews.ts'
import type { RunOptions, World } from './run.ts'

export interface CommandLine {
  readonly version: string
  readonly world: World
}

/**
 * Read the command line and do what it asks for.
 *
 * @param words without the names of node and the script
 * @returns the exit status
 * @throws {Failure} `usage`
 */
export async function runCommandLine(words: readonly string[], { version, world }: CommandLine): Promise<number> {
  let status = 0
  const act: Act = async (load, options) => {
    const { run } = await import('./run.ts')
    status = await run(load, options, world)
  }
  const program = createProgram(version, world)
  addEditing(program, act)
  addImporting(program, act)
  addPublishing(program, act)
  addPublish(program, act)
  addReleases(program, act)
  addExchange(program, act)
  addServing(program, act)
  addEditors(program, act)
  try {
    await program.parseAsync(words, { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode !== 0) throw usage(error, words, program)
  }
  return status
}

/** Commands are loaded late: help needs none of them. */
type Act = <Options extends CommonOptions>(load: () => Promise<ColophonCommand<Options>>, options: Options & RunOptions) => Promise<void>

function usage(error: CommanderError, words: readonly string[], program: Command): Failure {
  const what = error.message.replace(/^error: /, '').replace(/\n\(Did you mean (.*)\?\)$/s, '. Did you mean `$1`?')
  const name = words.find((word) => program.commands.some((command) => command.name() === word))
  const sentence =
    error.code === 'commander.help'
      ? 'There is no command.'
      : `${what.charAt(0).toUpperCase()}${what.slice(1)}${/[.?]$/.test(what) ? '' : '.'}`
  return new Failure('usage', failures.usage(sentence, name === undefined ? 'colophon' : `colophon ${name}`), { cause: error })
}

function createProgram(version: string, { stdout }: World): Command {
  return new Command('colophon')
    .description('Publish the same articles in several languages: Markdown in, human translations in PO files, pages on S3 out.')
    .exitOverride()
    .configureOutput({ writeOut: stdout.write, writeErr: () => undefined })
    .configureHelp({ showGlobalOptions: true, sortSubcommands: false })
    .version(version, '--version', 'print the version')
    .helpOption('--help', 'print this help')
    .helpCommand(false)
    .option('--root <DIR>', "the site's folder", named, '.')
    .option('--locale <TAG>', 'only this locale; repeats, or takes commas', list)
    .option('--article <ID>', 'only this article; repeats, or takes commas', list)
    .option('--json', 'one JSON document on stdout')
    .option('--quiet', 'no progress')
    .addHelpText('after', examples('start', 'check', 'publish --to s3://bucket/prefix --dry-run'))
    .addHelpText('after', '\nExit status: 0 done, 1 errors found, 2 wrong use or configuration, 3 the store or the disk failed.')
}

/** What editors and translators use. */
function addEditing(program: Command, act: Act): void {
  program
    .command('check')
    .summary('find mistakes in articles and catalogs')
    .description('Run all rules over articles and catalogs.')
    .argument('[FILE...]', 'articles and catalogs; all where none is named')
    .addOption(new Option('--format <FORMAT>', 'how findings are written').choices(checkFormats).default('pretty'))
    .option('--fix', 'put in what is certain, in articles and catalogs')
    .option('--baseline <FILE>', 'findings that this file knows are counted, only new ones are told', named)
    .option('--update-baseline', 'make what is found now the baseline')
    .addHelpText(
      'after',
      examples('check', 'check articles/hello.md', 'check --locale it,fr --format github', 'check --fix', 'check --baseline known.jsonl'),
    )
    .action((files: string[], _options, command: Command) => {
      const { fix = false, baseline = null, updateBaseline = false, ...options } = command.optsWithGlobals<Given<CheckOptions>>()
      const settings = { files, format: options.format, fix, baseline, updateBaseline }
      return act(async () => (await import('./check.ts')).check, { ...common(options), ...settings })
    })
  program
    .command('sync')
    .summary('bring the PO files up to date with the articles')
    .description('Bring the PO files up to date with the articles. Twice changes nothing.')
    .option('--check', 'write nothing; exit with 1 where a file is out of date')
    .option('--prune', 'drop obsolete messages')
    .option('--suggest', 'offer close translations of other articles in comments; a sync without it takes them away')
    .addHelpText('after', examples('sync', 'sync --article 2025/07/iran-talks', 'sync --check', 'sync --suggest'))
    .action((_options, command: Command) => {
      const { check = false, prune = false, suggest = false, ...options } = command.optsWithGlobals<Given<SyncOptions>>()
      return act(async () => (await import('./sync.ts')).sync, { ...common(options), check, prune, suggest })
    })
  program
    .command('status')
    .summary('say what is translated, outdated, missing')
    .description('Say what is translated, outdated and missing, per locale, article and translator, and what is held back.')
    .addOption(new Option('--format <FORMAT>', 'how it is written').choices(statusFormats).default('pretty'))
    .addHelpText('after', examples('status', 'status --locale ar', 'status --format html > status.html'))
    .action((_options, command: Command) => {
      const options = command.optsWithGlobals<Given<StatusOptions>>()
      return act(async () => (await import('./status.ts')).status, { ...common(options), format: options.format })
    })
}

/** What editors start themselves. */
function addEditors(program: Command, act: Act): void {
  program
    .command('lsp')
    .summary('show findings in an editor, as a language server')
    .description('Show findings in an editor while one writes: a language server, which editors start themselves.')
    .requiredOption('--stdio', 'speak on standard input and output')
    .addHelpText('after', examples('lsp --stdio'))
    .action((_options, command: Command) =>
      act(async () => (await import('./lsp.ts')).lsp, common(command.optsWithGlobals<Given<CommonOptions>>())),
    )
}

/** What brings in what exists. */
function addImporting(program: Command, act: Act): void {
  program
    .command('import')
    .summary('make articles of documents, or translations of translated ones')
    .description(
      "Make articles of documents (Markdown, HTML, DOCX, plain text), or align translated documents with an article, or take over a PO file of po4a or mdbook-i18n-helpers: nothing that is there is overwritten. Or bring in what translators' tools made of exported files (.xlf, .xliff, .tmx).",
    )
    .argument('[FILE...]', 'documents to make articles of, or exported files')
    .option('--translation <TAG=FILE>', "a translated document, aligned with --article's text, or with FILE; repeats", translation)
    .option('--catalog <TAG=FILE>', 'a PO file that po4a or mdbook-i18n-helpers made for the same sources; repeats', translation)
    .option('--id <ID>', "the new article's id; default: the file's name")
    .option('--lang <TAG>', "the new articles' language; default: what the document says")
    .option('--dry-run', 'write nothing; print the pairs')
    .addHelpText(
      'after',
      examples(
        'import report.docx --id 2026/11/report --lang it',
        'import --article 2026/11/report --translation en=report.en.html --dry-run',
        'import --catalog de=po/de.po --dry-run',
        'import exchange/it/2026/11/report.xlf',
      ),
    )
    .action((files: string[], _options, command: Command) => {
      const { translation: translations = [], catalog: catalogs = [], ...options } = command.optsWithGlobals<GivenImport>()
      const { id = null, lang = null, dryRun = false } = options
      const load = async () =>
        files.some(isExchange) ? (await import('./exchange.ts')).exchange : (await import('./import.ts')).importFiles
      return act(load, { ...common(options), files, translations, catalogs, id, lang, dryRun })
    })
}

/** Translators' tools write them; all else is a document. */
function isExchange(file: string): boolean {
  return /\.(?:xlf|xliff|tmx)$/i.test(file)
}

interface GivenImport extends Given<Omit<ImportOptions, 'translations' | 'catalogs'>> {
  readonly translation?: readonly TranslationOption[]
  readonly catalog?: readonly TranslationOption[]
}

function translation(value: string, before: readonly TranslationOption[] = []): TranslationOption[] {
  const [, locale, file] = /^([A-Za-z0-9-]+)=(.+)$/s.exec(value) ?? []
  if (locale === undefined || file === undefined) throw new InvalidArgumentError('Expected a locale and a file: it=FILE.')
  return [...before, { locale, file }]
}

/** What CI uses. */
function addPublishing(program: Command, act: Act): void {
  program
    .command('build')
    .summary('write the site as files')
    .description('Write the site as files.')
    .requiredOption('--out <DIR>', 'the folder to write to', named)
    .option('--no-check', 'run no rules')
    .addHelpText('after', examples('build --out site'))
    .action((_options, command: Command) => {
      const { out, check = true, ...options } = command.optsWithGlobals<Given<BuildOptions>>()
      return act(async () => (await import('./build.ts')).build, { ...common(options), out, check })
    })
}

/** What puts a site where its readers are. */
function addPublish(program: Command, act: Act): void {
  program
    .command('publish')
    .summary('check, build, and upload what changed')
    .description(
      'Check, build, and upload what changed. Without a target: publish.to of the configuration, or the store in .colophon/store.',
    )
    .option(...targetOption)
    .option('--dry-run', 'print the plan, upload nothing')
    .option('--strict', 'one error holds back everything')
    .option('--full', 'read and build everything, whatever was published before')
    .option('--no-check', 'run no rules')
    .option('--preview <NAME>', 'publish to _previews/NAME of the target, hidden from search engines, for some days', previewName)
    .option(...waitOption)
    .addOption(new Option('--unpin', 'publish although a rollback pinned a release').conflicts('force'))
    .option('--force', 'the same, unless it is the commit that was taken back')
    .addHelpText(
      'after',
      examples('publish', 'publish --to s3://bucket/prefix --dry-run', 'publish --strict --json', 'publish --preview pr-7'),
    )
    .action((_options, command: Command) => {
      const given = command.optsWithGlobals<GivenPublish>()
      const { to = null, dryRun = false, strict = false, full = false, check = true, wait = false, preview = null } = given
      const newer = given.force === true ? 'newer' : 'never'
      const unpin = given.unpin === true ? 'always' : newer
      const options = { ...common(given), to, dryRun, strict, full, check, wait, unpin, preview } as const
      return act(async () => (await import('./publish.ts')).publish, options)
    })
}

type GivenPublish = Given<Omit<PublishOptions, 'unpin'>> & { readonly unpin?: boolean; readonly force?: boolean }

/** What looks after what was published. */
function addReleases(program: Command, act: Act): void {
  program
    .command('releases')
    .summary('list what was published; forget old releases')
    .description('List the releases that can be restored, the newest first.')
    .option(...targetOption)
    .option('--prune', 'forget releases beyond publish.keepReleases, previews whose time is over, and what the last release dropped')
    .addOption(new Option('--keep <N>', 'releases that --prune leaves').argParser(atLeastOne).implies({ prune: true }))
    .option(...waitOption)
    .addHelpText('after', examples('releases', 'releases --json', 'releases --prune', 'releases --prune --keep 1'))
    .action((_options, command: Command) => {
      const { to = null, wait = false, prune = false, keep = null, ...options } = command.optsWithGlobals<Given<ReleasesOptions>>()
      return act(async () => (await import('./releases.ts')).releases, { ...common(options), to, wait, prune, keep })
    })
  program
    .command('rollback')
    .summary('publish an older release again')
    .description('Publish an older release again, from what the store has kept. The site is pinned to it until `publish --unpin`.')
    .argument('<RELEASE>', 'one of those that `colophon releases` lists')
    .option(...targetOption)
    .option(...waitOption)
    .addHelpText('after', examples('rollback 20261122T181500Z-3f2a9c1'))
    .action((release: string, _options, command: Command) => {
      const { to = null, wait = false, ...options } = command.optsWithGlobals<Given<RollbackOptions>>()
      return act(async () => (await import('./rollback.ts')).rollback, { ...common(options), to, wait, release })
    })
  program
    .command('verify')
    .summary('compare what is in the store with what was published')
    .description('Compare what is in the store with what was published. Exit status 1 where they differ.')
    .option(...targetOption)
    .option('--repair', 'put back what the store has kept; the next publish puts the rest')
    .option(...waitOption)
    .addHelpText('after', examples('verify', 'verify --repair', 'verify --json'))
    .action((_options, command: Command) => {
      const { to = null, wait = false, repair = false, ...options } = command.optsWithGlobals<Given<VerifyOptions>>()
      return act(async () => (await import('./verify.ts')).verify, { ...common(options), to, wait, repair })
    })
}

const targetOption = ['--to <TARGET>', 's3://bucket/prefix, or a folder', named] as const
const waitOption = ['--wait', 'wait for a publish that is under way'] as const

function previewName(value: string): string {
  if (isPreviewName(value)) return value
  throw new InvalidArgumentError('Expected up to 63 lower-case letters, digits and `-`, such as pr-7.')
}

function atLeastOne(value: string): number {
  if (/^[1-9]\d{0,5}$/.test(value)) return Number(value)
  throw new InvalidArgumentError('Expected a whole number from 1.')
}

/** What shows the site on one's own machine. */
function addServing(program: Command, act: Act): void {
  program
    .command('serve')
    .summary('show the site on localhost')
    .description('Show the site on localhost.')
    .addOption(portOption())
    .addHelpText('after', examples('serve', 'serve --port 0'))
    .action((_options, command: Command) => {
      const options = command.optsWithGlobals<Given<ServeOptions>>()
      return act(async () => (await import('./serve.ts')).serve, { ...common(options), port: options.port })
    })
  program
    .command('start')
    .summary('publish, then serve what was published')
    .description('Publish, then serve what was published.')
    .option('--once', 'end after publishing')
    .addOption(portOption())
    .addHelpText('after', examples('start', 'start --once'))
    .action((_options, command: Command) => {
      const { once = false, port, ...options } = command.optsWithGlobals<Given<StartOptions>>()
      return act(async () => (await import('./start.ts')).start, { ...common(options), once, port })
    })
}

/** What git and translators' tools use. */
function addExchange(program: Command, act: Act): void {
  program
    .command('export')
    .summary("write translations as files for translators' tools")
    .description("Write translations as files for translators' tools. `colophon import` brings them back.")
    .addOption(
      new Option('--format <FORMAT>', 'xliff: XLIFF 2.1, a file an article and locale; tmx: TMX 1.4, a file a locale')
        .choices(exchangeFormats)
        .default('xliff'),
    )
    .option('--out <DIR>', 'the folder to write to', named, 'exchange')
    .addHelpText('after', examples('export', 'export --locale it --article 2025/07/iran-talks --out to-withub', 'export --format tmx'))
    .action((_options, command: Command) => {
      const options = command.optsWithGlobals<Given<ExportOptions>>()
      return act(async () => (await import('./export.ts')).exportSite, { ...common(options), format: options.format, out: options.out })
    })
  program
    .command('init')
    .summary('make a new site, ready to publish')
    .description('Make a new site with a first article, ready to publish. --locale names its languages.')
    .argument('[DIR]', 'its folder; --root where none is named', named)
    .addHelpText('after', examples('init news', 'init news --locale it,fr,en'))
    .action((folder: string | undefined, _options, command: Command) => {
      const options = command.optsWithGlobals<Given<InitOptions>>()
      return act(async () => (await import('./init.ts')).init, { ...common(options), folder: folder ?? null })
    })
  program
    .command('merge-po')
    .summary('merge three versions of a catalog, for git')
    .description('Merge three versions of a catalog message by message and write the result to OURS. Works without a site.')
    .argument('<BASE>', "the last common version: git's %O")
    .argument('<OURS>', "this branch's version, and the result: git's %A")
    .argument('<THEIRS>', "the other branch's version: git's %B")
    .argument('[PATH]', "the catalog's own path, for messages: git's %P")
    .addHelpText('after', examples('merge-po base.po ours.po theirs.po'))
    .addHelpText('after', gitConfiguration)
    .action((base: string, ours: string, theirs: string, path: string | undefined, _options, command: Command) => {
      const files = { base, ours, theirs, path: path ?? null }
      return act(async () => (await import('./merge-po.ts')).mergePo, {
        ...common(command.optsWithGlobals<Given<MergePoOptions>>()),
        ...files,
      })
    })
}

const gitConfiguration = `
In .gitattributes of the repository:
  locales/**/*.po merge=colophon
Once in each clone:
  git config merge.colophon.driver 'npx colophon merge-po %O %A %B %P'

Exit status: 0 merged, 1 conflicts (both translations are kept, fuzzy) or a broken catalog (OURS is as it was).`

/** Options as commander collects them: a switch that isn't there has no value. */
type Given<Options extends CommonOptions> = Partial<Omit<Options, 'locales' | 'articles' | Needed>> &
  Pick<Options, Needed & keyof Options> &
  GivenCommon

/** Options that have a default, or must be given. */
type Needed = 'format' | 'out' | 'port'

interface GivenCommon {
  readonly root: string
  readonly locale?: readonly string[]
  readonly article?: readonly string[]
  readonly json?: boolean
  readonly quiet?: boolean
}

function common({ root, locale = [], article = [], json = false, quiet = false }: GivenCommon): CommonOptions & RunOptions {
  return { root, locales: locale, articles: article, json, quiet }
}

function examples(...lines: readonly string[]): string {
  return `\nExamples:\n${lines.map((line) => `  colophon ${line}`).join('\n')}`
}

/** An empty name is refused: an unset variable must not mean the working directory. */
function named(value: string): string {
  if (value.trim() === '') throw new InvalidArgumentError('It is empty.')
  return value
}

/** An empty list is refused: an unset variable must not mean everything. */
function list(value: string, before: readonly string[] = []): string[] {
  const items = value.split(',').map((item) => item.trim())
  if (items.includes('')) throw new InvalidArgumentError('It is empty.')
  return [...before, ...items]
}

function portOption(): Option {
  return new Option('--port <PORT>', '0 takes any free one').default(4000).argParser((value) => {
    const port = /^\d{1,5}$/.test(value) ? Number(value) : Number.NaN
    if (port <= 65_535) return port
    throw new InvalidArgumentError('Expected a whole number up to 65535.')
  })
}
