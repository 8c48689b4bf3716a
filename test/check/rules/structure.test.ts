import { describe, expect, test } from 'vitest'
import { articleOf, brief, checkSample, editionOf } from '../sample.ts'

const told = (body: string) => checkSample(articleOf(body)).map(brief)

describe('heading-order', () => {
  test.each([
    ['## A\n\n### B\n\n## C\n\n### D\n\n#### E\n', []],
    ['# A\n\n## B\n\n### C\n', []],
    ['# A\n\n### C\n', []],
    ['## A\n\n#### B\n\n#### C\n', ['articles/talks.md:11:1 error heading-order "#### B" → null']],
    ['### A\n', ['articles/talks.md:9:1 error heading-order "### A" → null']],
    ['> #### A\n', ['articles/talks.md:9:3 error heading-order "#### A" → null']],
    ['<!-- colophon-ignore heading-order: why -->\n\n### A\n', []],
    [
      '<!-- colophon-ignore heading-order: why -->\n\n## A\n\n#### B\n',
      [
        'articles/talks.md:9:1 warning unused-silence "<!-- colophon-ignore heading-order: why -->" → null',
        'articles/talks.md:13:1 error heading-order "#### B" → null',
      ],
    ],
  ])('%s', (body, expected) => {
    expect(told(body)).toEqual(expected)
  })
})

describe('missing-alternative-text', () => {
  test.each([
    ['![](a.png)\n', ['articles/talks.md:9:1 error missing-alternative-text "![](a.png)" → null']],
    ['See ![ ][x].\n\n[x]: a.png\n', ['articles/talks.md:9:5 error missing-alternative-text "![ ][x]" → null']],
    ['::figure{src=a.png caption="A"}\n', ['articles/talks.md:9:14 error missing-alternative-text "a.png" → null']],
    ['![A](a.png) ::figure{src=a.png alt="A"}\n', []],
    ['<!-- colophon-ignore missing-alternative-text: decorates -->\n\n![](a.png)\n', []],
  ])('%s', (body, expected) => {
    expect(told(body)).toEqual(expected)
  })
})

test('what is wrong with the structure concerns every edition', () => {
  const [finding] = checkSample(articleOf('### A\n'))
  expect(finding).toMatchObject({ article: 'talks' })
  expect(finding).not.toHaveProperty('locale')
})

describe('somebody’s post', () => {
  const article = articleOf(':::quote{author="Ada"}\nThe end of of it.\n:::\n\n> The end of of it, too.\n')

  test('is not ours to mend; a quotation in the text is', () => {
    expect(checkSample(article).map(brief)).toEqual(['articles/talks.md:13:11 error doubled-word "of of" → "of"'])
  })

  test('its translation is', () => {
    const edition = editionOf(article, 'it', 'msgid "The end of of it."\nmsgstr "La fine fine."\n')
    expect(checkSample(article, [edition]).map(({ file, rule }) => [file, rule])).toContainEqual([
      'locales/it/articles/talks.po',
      'doubled-word',
    ])
  })
})
