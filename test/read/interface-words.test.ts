import { describe, expect, test } from 'vitest'
import type { Locale } from '../../pipeline/model/locale.ts'
import { type InterfaceWords, readInterfaceWords } from '../../pipeline/read/interface-words.ts'
import { temporarySite } from '../support/temporary-site.ts'

const [en, it, eo] = ['en', 'it', 'eo'] as [Locale, Locale, Locale]
const italian = (text: string): InterfaceWords => readInterfaceWords(temporarySite({ 'locales/it/interface.json': text }), [it])

test('the built-in words are there without a file', () => {
  const { words, findings } = readInterfaceWords(temporarySite({}), [en, it])
  expect([words.get(en)?.['home'], words.get(it)?.['home'], findings]).toEqual(['Home', 'Pagina iniziale', []])
})

test('a site overlays them, key by key, and adds its own', () => {
  const { words, findings } = italian('{ "home": "Prima", "motto": "Piano" }')
  expect([words.get(it)?.['home'], words.get(it)?.['motto'], words.get(it)?.['languages'], findings]).toEqual([
    'Prima',
    'Piano',
    'Lingue',
    [],
  ])
})

test('a locale without words has none', () => {
  expect(Object.keys(readInterfaceWords(temporarySite({}), [eo]).words.get(eo) ?? { none: '' })).toEqual([])
})

test('nothing is inherited', () => {
  const { words } = italian('{ "__proto__": "x" }')
  expect(Object.getPrototypeOf(words.get(it))).toBe(null)
})

describe('mistakes are found in their place, and only they are left out', () => {
  test.each<[text: string, place: string, message: string]>([
    ['{\n  "home": "Prima",\n}', '3:1', 'Unexpected `}`, expected a name in double quotes.'],
    ['[]', '1:1', 'Expected an object of keys and texts.'],
    ['{ "home": "Prima", "motto": 3 }', '1:20', 'Unexpected value of `motto`, expected a text in double quotes.'],
    ['{ "home": "Prima", "a": { "b": "c" } }', '1:20', 'Unexpected object at `a`, expected a text: keys are flat.'],
    ['{ "home": "Prima", "home": "Casa" }', '1:20', 'Unexpected key `home`: it stands above already.'],
    ['{ "home": "Prima", "__proto__": "x" }', '1:20', "Unexpected key `__proto__`: it can't be used."],
  ])('%j', (text, place, message) => {
    const { words, findings } = italian(text)
    expect(findings.map(({ line, column }) => `${line}:${column}`)).toEqual([place])
    expect(findings).toMatchObject([
      { rule: 'interface-invalid', severity: 'error', file: 'locales/it/interface.json', locale: 'it', message },
    ])
    expect(words.get(it)?.['home']).toBe(text.startsWith('{ ') ? 'Prima' : 'Pagina iniziale')
  })
})
