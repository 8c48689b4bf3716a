import { type Command, InvalidArgumentError, Option } from 'commander'
import type { BuildOptions, PublishOptions } from '../options.ts'
import { isPreviewName } from '../previews.ts'
import { type Act, common, examples, type Given, named } from './given.ts'
import { targetOption, waitOption } from './target-options.ts'

/** What CI uses. */
export function addPublishing(program: Command, act: Act): void {
  addBuild(program, act)
  addPublish(program, act)
}

function addBuild(program: Command, act: Act): void {
  program
    .command('build')
    .summary('write the site as files')
    .description('Write the site as files.')
    .requiredOption('--out <DIR>', 'the folder to write to', named)
    .option('--no-check', 'run no rules')
    .addHelpText('after', examples('build --out site'))
    .action((_options, command: Command) => {
      const { out, check = true, ...options } = command.optsWithGlobals<Given<BuildOptions>>()
      return act(async () => (await import('../build.ts')).build, { ...common(options), out, check })
    })
}

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
      return act(async () => (await import('../publish.ts')).publish, options)
    })
}

type GivenPublish = Given<Omit<PublishOptions, 'unpin'>> & { readonly unpin?: boolean; readonly force?: boolean }

function previewName(value: string): string {
  if (isPreviewName(value)) return value
  throw new InvalidArgumentError('Expected up to 63 lower-case letters, digits and `-`, such as pr-7.')
}
