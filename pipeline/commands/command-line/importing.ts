import { type Command, InvalidArgumentError } from 'commander'
import type { ImportOptions, TranslationOption } from '../options.ts'
import { type Act, common, examples, type Given } from './given.ts'

/** What brings in what exists. */
export function addImporting(program: Command, act: Act): void {
  addImport(program, act)
}

function addImport(program: Command, act: Act): void {
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
        files.some(isExchange) ? (await import('../exchange.ts')).exchange : (await import('../import.ts')).importFiles
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
