import { type Command, InvalidArgumentError, Option } from 'commander'
import type { ReleasesOptions, RollbackOptions, VerifyOptions } from '../options.ts'
import { type Act, common, examples, type Given } from './given.ts'
import { targetOption, waitOption } from './target-options.ts'

/** What looks after what was published. */
export function addReleases(program: Command, act: Act): void {
  addReleasesCommand(program, act)
  addRollback(program, act)
  addVerify(program, act)
}

function addReleasesCommand(program: Command, act: Act): void {
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
      return act(async () => (await import('../releases.ts')).releases, { ...common(options), to, wait, prune, keep })
    })
}

function addRollback(program: Command, act: Act): void {
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
      return act(async () => (await import('../rollback.ts')).rollback, { ...common(options), to, wait, release })
    })
}

function addVerify(program: Command, act: Act): void {
  program
    .command('verify')
    .summary('compare what is in the store with what was published')
    .description('Compare what is in the store with what was published. Exit status 1 where they differ.')
    .option(...targetOption)
    .option('--repair', 'put back what the store has kept; the next publish puts the rest')
    .option('--no-headers', "don't compare headers, which takes a request for each object")
    .option(...waitOption)
    .addHelpText('after', examples('verify', 'verify --repair', 'verify --json'))
    .action((_options, command: Command) => {
      const { to = null, wait = false, repair = false, headers = true, ...options } = command.optsWithGlobals<Given<VerifyOptions>>()
      return act(async () => (await import('../verify.ts')).verify, { ...common(options), to, wait, repair, headers })
    })
}

function atLeastOne(value: string): number {
  if (/^[1-9]\d{0,5}$/.test(value)) return Number(value)
  throw new InvalidArgumentError('Expected a whole number from 1.')
}
