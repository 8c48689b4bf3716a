import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { failures as ofCommands } from '../../pipeline/commands/failures.ts'
import { failures as ofConfig } from '../../pipeline/config/failures.ts'
import { failures as ofReading } from '../../pipeline/read/failures.ts'

const root = join(import.meta.dirname, '../..')
const catalogues = [ofCommands, ofConfig, ofReading].map((failures) => Object.keys(failures))

/** Codes of failures that the code names where it throws them. */
function thrownCodes(): Set<string> {
  const files = readdirSync(join(root, 'pipeline'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
  const texts = files.map((name) => readFileSync(join(root, 'pipeline', name), 'utf8'))
  return new Set(
    texts.flatMap((text) => [...text.matchAll(/(?:new Failure|\bfailure)\(\s*'([a-z][a-z-]*)'/g)].map(([, code = '']) => code)),
  )
}

/** It can load nothing that says what a failure is. */
function codesOfMain(): string[] {
  const text = readFileSync(join(root, 'pipeline/main.js'), 'utf8')
  return [...text.matchAll(/\bcode = '([a-z-]+)'/g)].map(([, code = '']) => code)
}

function documentedCodes(): string[] {
  const text = readFileSync(join(root, 'docs/failures.md'), 'utf8')
  return [...text.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, code = '']) => code)
}

test('a code means one thing', () => {
  const codes = catalogues.flat()
  expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([])
})

test('every failure is documented, and nothing else', () => {
  const codes = new Set([...catalogues.flat(), ...thrownCodes(), ...codesOfMain()])
  expect(codes.size).toBeGreaterThan(30)
  expect(documentedCodes()).toEqual([...codes].sort())
})
