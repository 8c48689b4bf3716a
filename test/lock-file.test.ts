import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

interface LockedPackage {
  readonly version?: string
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

const lock = JSON.parse(readFileSync(join(import.meta.dirname, '..', 'package-lock.json'), 'utf8')) as {
  packages: Readonly<Record<string, LockedPackage>>
}

// npm leaves out what it couldn't fetch while it wrote the lock, and then `npm ci` refuses the lock, on every machine.
test('the lock names the packages of every platform, not only of the one it was written on', () => {
  const optional = Object.entries(lock.packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).map((name) => [`${path}/node_modules/${name}`, `node_modules/${name}`]),
  )
  expect(optional.length).toBeGreaterThan(50)
  expect(optional.filter((places) => !places.some((place) => lock.packages[place]?.version))).toEqual([])
})
