import { type Command, Option } from 'commander'
import { type ExportOptions, exchangeFormats, type MergePoOptions } from '../options.ts'
import { type Act, common, examples, type Given, named } from './given.ts'

/** What git and translators' tools use. */
export function addExchange(program: Command, act: Act): void {
  addExport(program, act)
  addMergePo(program, act)
}

function addExport(program: Command, act: Act): void {
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
      return act(async () => (await import('../export.ts')).exportSite, { ...common(options), format: options.format, out: options.out })
    })
}

function addMergePo(program: Command, act: Act): void {
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
      return act(async () => (await import('../merge-po.ts')).mergePo, {
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
