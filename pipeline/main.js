#!/usr/bin/env node
/**
 * `cli.ts`, begun from a file that every Node runs as it is: one that is too old says so, and on the others what strips types, which takes longer to load
 * than all that many a command does, isn't needed once what it made lies in V8's cache.
 */
import module from 'node:module'

if (process.features.typescript) {
  module.enableCompileCache({ directory: `${import.meta.dirname}/../node_modules/.cache/compiled`, portable: true })
  void import('./cli.ts').then(({ run }) => run())
} else {
  tellOldNode()
}

/** As all failures are told, by what stands in this file alone. */
function tellOldNode() {
  const code = 'node-version'
  const what = `Colophon needs Node 22.18 or later, and this is Node ${process.versions.node}.`
  const next = 'Run it through npm, which has a Node of its own: `npm run colophon -- check`.'
  const error = { code, what, why: null, next, file: null, line: null, column: null }
  if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify({ error }, null, 2)}\n`)
  process.stderr.write(`error[${code}]: ${what}\nnext: ${next}\n`)
  process.exitCode = 2
}
