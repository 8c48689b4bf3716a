import { describe, expect, test } from 'vitest'
import { type Article, offsetInFile } from '../../pipeline/model/article.ts'
import { articleOf, articleOfBody } from '../support/read-text.ts'

/** Letters of units that don't stand where their unit says; others than those of ASCII may be written as escapes. */
function misplaced({ units, source }: Article): string[] {
  return units.flatMap((unit) => {
    if (unit.kind === 'slug') return []
    const letters = [...unit.text.matchAll(/[A-Za-z0-9]/g)]
    return letters.flatMap(({ 0: letter, index }) => {
      const at = offsetInFile(unit, index)
      return source.text.startsWith(letter, at) ? [] : [`${letter} of ${unit.text} at ${at}`]
    })
  })
}

describe('a value’s letters stand in the file where its spans say, though they are folded and escaped', () => {
  test.each([
    ['folded', 'description: >-\n  One two\n  three\n\n  four\n'],
    ['as lines', 'description: |\n  One two\n    three\n'],
    ['plain, on two lines', 'description: One two\n  three  four\n'],
    ['in double quotes', 'description: "One \\"two\\" \\u00e9\\U0001F600 A\\\n  B\\tC\n  D"\n'],
    ['in single quotes', "description: 'It''s one ''two'' three'\n"],
    ['of many letters', 'description: 😀 漢字 “quoted” e\u0301\n'],
  ])('in front matter, %s', (_, description) => {
    const text = `---\ntitle: T\n${description}date: 2026-07-21\nauthors: [A]\nplace: 'P''s'\nimage: { src: a.png, alt: "An \\"alt\\" text" }\n---\n`
    expect(misplaced(articleOf(text))).toEqual([])
    expect(misplaced(articleOf(`\uFEFF${text.replaceAll('\n', '\r\n')}`))).toEqual([])
  })

  test('in attributes of directives', () => {
    const body = `::figure{src=a.png alt="A &amp; B &#x1F600; C" caption='Two   blanks "here"' credit=AP}\n`
    expect(misplaced(articleOfBody(body))).toEqual([])
  })
})
