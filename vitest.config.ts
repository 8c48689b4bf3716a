import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** Files that replace a module, for themselves alone. */
const mocking = ['test/upload/lease.test.ts']

/**
 * What a site's templates import. Vitest resolves imports by itself and asks no module hook: without this it finds `colophon` from a temporary site
 * only where a run before, or another test in this one, has left it in Vitest's cache.
 */
const resolve = { alias: [{ find: /^colophon$/, replacement: fileURLToPath(new URL('pipeline/colophon.ts', import.meta.url)) }] }

export default defineConfig({
  test: {
    // Most tests wait for processes and servers: a worker a core, where Vitest leaves one free.
    maxWorkers: '100%',
    projects: [
      {
        resolve,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/browser/**', 'test/bench/**', 'test/fixtures/**', ...mocking],
          testTimeout: 30_000,
          // Modules are loaded once a worker, not once a file: nearly half of the time went into loading them again.
          isolate: false,
          sequence: { groupOrder: 0 },
        },
      },
      { resolve, test: { name: 'mocking', include: mocking, testTimeout: 30_000, sequence: { groupOrder: 0 } } },
      // After the unit tests: a browser and a busy machine make a slow pair.
      {
        resolve,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: ['test/browser/global-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
    coverage: { provider: 'v8', include: ['pipeline/**/*.ts', 'templates/**/*.ts'], reporter: ['text', 'text-summary', 'json-summary'] },
  },
})
