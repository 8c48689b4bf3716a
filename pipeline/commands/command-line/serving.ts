import { type Command, InvalidArgumentError, Option } from 'commander'
import type { InitOptions, ServeOptions, StartOptions } from '../options.ts'
import { type Act, common, examples, type Given, named } from './given.ts'

/** What shows the site on one's own machine. */
export function addServing(program: Command, act: Act): void {
  addServe(program, act)
  addStart(program, act)
  addInit(program, act)
}

function addServe(program: Command, act: Act): void {
  program
    .command('serve')
    .summary('show the site on localhost')
    .description('Show the site on localhost.')
    .addOption(portOption())
    .addHelpText('after', examples('serve', 'serve --port 0'))
    .action((_options, command: Command) => {
      const options = command.optsWithGlobals<Given<ServeOptions>>()
      return act(async () => (await import('../serve.ts')).serve, { ...common(options), port: options.port })
    })
}

function addStart(program: Command, act: Act): void {
  program
    .command('start')
    .summary('publish, then serve what was published')
    .description('Publish, then serve what was published.')
    .option('--once', 'end after publishing')
    .addOption(portOption())
    .addHelpText('after', examples('start', 'start --once'))
    .action((_options, command: Command) => {
      const { once = false, port, ...options } = command.optsWithGlobals<Given<StartOptions>>()
      return act(async () => (await import('../start.ts')).start, { ...common(options), once, port })
    })
}

function addInit(program: Command, act: Act): void {
  program
    .command('init')
    .summary('make a new site, ready to publish')
    .description('Make a new site with a first article, ready to publish. --locale names its languages.')
    .argument('[DIR]', 'its folder; --root where none is named', named)
    .addHelpText('after', examples('init news', 'init news --locale it,fr,en'))
    .action((folder: string | undefined, _options, command: Command) => {
      const options = command.optsWithGlobals<Given<InitOptions>>()
      return act(async () => (await import('../init.ts')).init, { ...common(options), folder: folder ?? null })
    })
}

function portOption(): Option {
  return new Option('--port <PORT>', '0 takes any free one').default(4000).argParser((value) => {
    const port = /^\d{1,5}$/.test(value) ? Number(value) : Number.NaN
    if (port <= 65_535) return port
    throw new InvalidArgumentError('Expected a whole number up to 65535.')
  })
}
