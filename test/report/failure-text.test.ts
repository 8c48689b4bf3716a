import { expect, test } from 'vitest'
import { Failure } from '../../pipeline/model/failure.ts'
import { failureJson, failureText } from '../../pipeline/report/failure-text.ts'

const bare = new Failure('disk-full', { exit: 3, what: 'There is no room.', next: 'Make some.' })
const placed = new Failure('config-invalid', {
  exit: 2,
  what: 'It is not right.',
  why: 'It is wrong.',
  next: 'Correct it.',
  place: { file: 'a.json', line: 2, column: 3 },
})

test('people read what, where, why and what to do', async () => {
  expect(await failureText(placed, { colour: false, file: null })).toBe(
    'error[config-invalid]: It is not right.\n  at a.json:2:3\nwhy:  It is wrong.\nnext: Correct it.\n',
  )
})

test('the file shows the place', async () => {
  expect(await failureText(placed, { colour: false, file: '\uFEFF{\r\n  "a": 1\r\n}\r\n' })).toContain(
    ['  1 | {', '> 2 |   "a": 1', '    |   ^', '  3 | }'].join('\n'),
  )
})

test('a long line does not flood the terminal', async () => {
  const text = await failureText(placed, { colour: false, file: `{\n  ${'x'.repeat(100_000)}\n}` })
  expect(text.length).toBeLessThan(1_000)
})

test('what is not there is not told', async () => {
  expect(await failureText(bare, { colour: false, file: null })).toBe('error[disk-full]: There is no room.\nnext: Make some.\n')
})

test('colours are there where they are wanted', async () => {
  const { stripVTControlCharacters } = await import('node:util')
  const text = await failureText(placed, { colour: true, file: '{\n  "a": 1\n}' })
  expect(text).not.toBe(stripVTControlCharacters(text))
  expect(stripVTControlCharacters(text)).toBe(await failureText(placed, { colour: false, file: '{\n  "a": 1\n}' }))
})

test('programs read one document with every part', () => {
  expect(JSON.parse(failureJson(placed))).toEqual({
    error: {
      code: 'config-invalid',
      what: 'It is not right.',
      why: 'It is wrong.',
      next: 'Correct it.',
      file: 'a.json',
      line: 2,
      column: 3,
    },
  })
  expect(JSON.parse(failureJson(bare)).error).toEqual({
    code: 'disk-full',
    what: 'There is no room.',
    why: null,
    next: 'Make some.',
    file: null,
    line: null,
    column: null,
  })
})
