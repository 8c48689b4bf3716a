#!/usr/bin/env node
/**
 * `cli.ts`, begun from a file that Node runs as it is: what strips types takes longer to load than all that many a command does, and isn't needed once
 * what it made lies in V8's cache.
 */
import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'

enableCompileCache({ directory: fileURLToPath(new URL('../node_modules/.cache/compiled', import.meta.url)), portable: true })
await import('./cli.ts')
