import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Locale } from '../../../pipeline/model/locale.ts'
import { findDictionaries, namedDictionary } from '../../../pipeline/read/dictionary/find-dictionary.ts'
import { temporarySite } from '../../support/temporary-site.ts'

function site(...packages: readonly string[]): string {
  return temporarySite(
    Object.fromEntries(packages.flatMap((name) => ['aff', 'dic'].map((ending) => [`node_modules/${name}/index.${ending}`, '']))),
  )
}

function foundIn(root: string, locale: string, folders: readonly string[] = []): string[] {
  return findDictionaries(locale as Locale, root, folders).map(({ words }) => words.replace(`${root}/`, '').replace('node_modules/', ''))
}

describe('the packages of a site come first', () => {
  test.each([
    ['xx', ['dictionary-xx'], ['dictionary-xx/index.dic']],
    ['xx-AT', ['dictionary-xx', 'dictionary-xx-at'], ['dictionary-xx-at/index.dic']],
    ['xx-Latn-AT', ['dictionary-xx', 'dictionary-xx-at'], ['dictionary-xx-at/index.dic']],
    ['xx-CH', ['dictionary-xx', 'dictionary-xx-at'], ['dictionary-xx/index.dic']],
    ['en-IE', ['dictionary-en', 'dictionary-en-gb'], ['dictionary-en-gb/index.dic']],
    ['en-US', ['dictionary-en', 'dictionary-en-gb'], ['dictionary-en/index.dic']],
    ['en', ['dictionary-en', 'dictionary-en-gb'], ['dictionary-en/index.dic', 'dictionary-en-gb/index.dic']],
    ['yy', ['dictionary-xx'], []],
  ])('%s of %j', (locale, packages, expected) => {
    expect(foundIn(site(...packages), locale)).toEqual(expected)
  })

  test('then the system’s', () => {
    const root = temporarySite({
      'system/xx_AT.aff': '',
      'system/xx_AT.dic': '',
      'system/xx.aff': '',
      'system/xx.dic': '',
      'system/de_DE.aff': '',
    })
    const folders = [join(root, 'nowhere'), join(root, 'system')]
    expect(foundIn(root, 'xx-AT', folders)).toEqual(['system/xx_AT.dic'])
    expect(foundIn(root, 'xx', folders)).toEqual(['system/xx.dic'])
    expect(foundIn(root, 'xx-AT', [join(root, 'nowhere')])).toEqual([])
  })
})

test.each([
  ['dictionary-xx', 'node_modules/dictionary-xx/index.dic'],
  ['./own', 'own/it_IT.dic'],
  ['own/it_IT', 'own/it_IT.dic'],
  ['own/it_IT.aff', 'own/it_IT.dic'],
  ['two', null],
  ['../../etc', null],
  ['nowhere', null],
])('a configuration can name %s', (name, expected) => {
  const root = temporarySite({
    'node_modules/dictionary-xx/index.aff': '',
    'node_modules/dictionary-xx/index.dic': '',
    'own/it_IT.aff': '',
    'own/it_IT.dic': '',
    'two/a.aff': '',
    'two/a.dic': '',
    'two/b.aff': '',
    'two/b.dic': '',
  })
  expect(namedDictionary(name, root)?.words ?? null).toBe(expected === null ? null : join(root, expected))
})
