import { Command, CommanderError } from 'commander'
import { Failure } from '../model/failure.ts'
import { addEditing } from './command-line/editing.ts'
import { addExchange } from './command-line/exchange.ts'
import { type Act, examples, list, named } from './command-line/given.ts'
import { addImporting } from './command-line/importing.ts'
import { addPublishing } from './command-line/publishing.ts'
import { addReleases } from './command-line/releases.ts'
import { addServing } from './command-line/serving.ts'
import { failures } from './failures.ts'
import type { World } from './run.ts'

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
  addReleases(program, act)
  addExchange(program, act)
  addServing(program, act)
  try {
    await program.parseAsync(words, { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode !== 0) throw usage(error, words, program)
  }
  return status
}

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
