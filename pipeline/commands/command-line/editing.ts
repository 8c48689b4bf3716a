import { type Command, Option } from 'commander'
import { type CheckOptions, type CommonOptions, checkFormats, type StatusOptions, type SyncOptions, statusFormats } from '../options.ts'
import { type Act, common, examples, type Given, named } from './given.ts'

/** What editors and translators use. */
export function addEditing(program: Command, act: Act): void {
  addCheck(program, act)
  addSync(program, act)
  addStatus(program, act)
  addLsp(program, act)
}

function addCheck(program: Command, act: Act): void {
  program
    .command('check')
    .summary('find mistakes in articles and catalogs')
    .description('Run all rules over articles and catalogs.')
    .argument('[FILE...]', 'articles and catalogs; all where none is named')
    .addOption(new Option('--format <FORMAT>', 'how findings are written').choices(checkFormats).default('pretty'))
    .option('--fix', 'put in what is certain, in articles and catalogs')
    .option('--pages', 'build the site in memory, and check its pages too')
    .option('--baseline <FILE>', 'findings that this file knows are counted, only new ones are told', named)
    .option('--update-baseline', 'make what is found now the baseline')
    .addHelpText(
      'after',
      examples(
        'check',
        'check articles/hello.md',
        'check --locale it,fr --format github',
        'check --fix',
        'check --pages',
        'check --baseline known.jsonl',
      ),
    )
    .action((files: string[], _options, command: Command) => {
      const {
        fix = false,
        pages = false,
        baseline = null,
        updateBaseline = false,
        ...options
      } = command.optsWithGlobals<Given<CheckOptions>>()
      const settings = { files, format: options.format, fix, pages, baseline, updateBaseline }
      return act(async () => (await import('../check.ts')).check, { ...common(options), ...settings })
    })
}

function addSync(program: Command, act: Act): void {
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
      return act(async () => (await import('../sync.ts')).sync, { ...common(options), check, prune, suggest })
    })
}

function addStatus(program: Command, act: Act): void {
  program
    .command('status')
    .summary('say what is translated, outdated, missing')
    .description('Say what is translated, outdated and missing, per locale, article and translator, and what is held back.')
    .addOption(new Option('--format <FORMAT>', 'how it is written').choices(statusFormats).default('pretty'))
    .addHelpText('after', examples('status', 'status --locale ar', 'status --format html > status.html'))
    .action((_options, command: Command) => {
      const options = command.optsWithGlobals<Given<StatusOptions>>()
      return act(async () => (await import('../status.ts')).status, { ...common(options), format: options.format })
    })
}

function addLsp(program: Command, act: Act): void {
  program
    .command('lsp')
    .summary('show findings in an editor, as a language server')
    .description('Show findings in an editor while one writes: a language server, which editors start themselves.')
    .requiredOption('--stdio', 'speak on standard input and output')
    .addHelpText('after', examples('lsp --stdio'))
    .action((_options, command: Command) =>
      act(async () => (await import('../lsp.ts')).lsp, common(command.optsWithGlobals<Given<CommonOptions>>())),
    )
}
