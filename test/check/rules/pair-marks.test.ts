import { describe, expect, test } from 'vitest'
import { noKnowledge } from '../../../pipeline/check/knowledge.ts'
import { passageOf } from '../../../pipeline/check/passage.ts'
import { blockMarkdown } from '../../../pipeline/check/rules/block-markdown.ts'
import { brokenEmphasis } from '../../../pipeline/check/rules/broken-emphasis.ts'
import { lostEmphasis } from '../../../pipeline/check/rules/lost-emphasis.ts'
import { lostHandle } from '../../../pipeline/check/rules/lost-handle.ts'
import { lostQuotation } from '../../../pipeline/check/rules/lost-quotation.ts'
import { wrongEndMark } from '../../../pipeline/check/rules/wrong-end-mark.ts'
import { unitHtml } from '../../../pipeline/merge/unit-html.ts'
import type { Locale } from '../../../pipeline/model/locale.ts'
import { plainContext } from '../../support/own-words.ts'
import { hitsBetween } from '../sample.ts'

describe('an ending', () => {
  test.each([
    ['Who pays?', 'it', 'Chi paga.', ['. → ?']],
    ['Who pays?', 'it', 'Chi paga', ['a → a?']],
    ['Who pays?', 'ar', 'من يدفع?', ['? → ؟']],
    ['Who pays?', 'fa', 'چه کسی می‌پردازد؟', []],
    ['Who pays?', 'el', 'Ποιος πληρώνει;', []],
    ['Who pays?', 'el', 'Ποιος πληρώνει.', ['. → ;']],
    ['Who pays?', 'es', '¿Quién paga?', []],
    ['Who pays?', 'hy', 'Ո՞վ է վճարում։', ['։ → ՞']],
    ['It is late.', 'zh', '晚了.', ['. → 。']],
    ['It is late.', 'zh', '用 HTTP.', []],
    ['It is late.', 'hi', 'देर हो गई है।', []],
    ['It is late.', 'ur', 'دیر ہو گئی ہے۔', []],
    ['It is late', 'it', 'È tardi.', []],
    ['It is late:', 'it', 'È tardi.', ['. → :']],
    ['It is late.', 'it', 'È tardi..', ['.. → .']],
    ['It is late…', 'it', 'È tardi...', []],
    ['He said: “It is late.”', 'it', 'Disse: «È tardi».', []],
    ['He said: “It is late.”', 'de', 'Er sagte: „Es ist spät.“', []],
    ['It is **late**.[^1]', 'it', 'È **tardi**.[^1]', []],
    ['Run `ls`', 'it', 'Esegui `ls`.', []],
    ['Leave!', 'de', 'Gehen Sie.', []],
    ['What?!', 'de', 'Was?', []],
    ['at 6 p.m.', 'it', 'alle 18', []],
    ['It is late, ', 'it', 'È tardi', []],
    ['42.', 'it', '42', []],
  ])('“%s”, %s “%s”', (source, to, translation, expected) => {
    expect(hitsBetween(wrongEndMark, ['en', source], [to, translation])).toEqual(expected)
  })

  test('a headline has no stop that its source hasn’t, but behind a number', () => {
    const find = (translation: string) => {
      const passage = (text: string, locale: string) => passageOf(text, locale as Locale, 'plain', { kind: 'title' })
      const knows = { source: noKnowledge, translation: noKnowledge }
      return wrongEndMark.check(passage('It is late', 'en'), passage(translation, 'it'), {}, knows).map(({ expected }) => expected[0])
    }
    expect(find('È tardi.')).toEqual([''])
    expect(find('Capitolo IV.')).toEqual([])
    expect(find('È tardi')).toEqual([])
  })
})

describe('emphasis', () => {
  test.each([
    ['Leave **now**.', 'it', 'Partite adesso.', ['Missing emphasis: the source has it']],
    ['**a** and **b**', 'it', 'a e b', ['Missing emphasis, 2 times: the source has it']],
    ['**a** and **b**', 'it', '**a e b**', []],
    ['**Note** the *time*', 'it', '*Nota* **l’ora**', []],
    ['a *word*', 'fr', 'un « mot »', []],
    ['a *word*', 'fr', 'un mot', ['Missing emphasis: the source has it']],
    ['a *word*', 'zh', '一个词', []],
    ['a **word**', 'zh', '一个词', ['Missing emphasis: the source has it']],
    ['~~old~~ new', 'it', 'nuovo', ['Missing emphasis: the source has it']],
    ['a word', 'it', 'una **parola**', ['**parola** → ?']],
    ['a thread', 'it', 'un *thread*', []],
    ['<b>a</b>', 'it', '**a**', []],
  ])('“%s”, %s “%s”', (source, to, translation, expected) => {
    expect(hitsBetween(lostEmphasis, ['en', source], [to, translation])).toEqual(expected)
  })

  test.each([
    ['**Note:** this', 'zh', '**注意：**这个'],
    ['a **word**', 'it', 'una **parola'],
    ['a **word**', 'it', 'una ** parola **'],
    ['a _word_ here', 'zh', '这里_词_在'],
    ['a *word*', 'it', 'una *parola'],
    ['**word**', 'it', '\\*\\*parola\\*\\*'],
  ])('broken: “%s”, %s “%s”, and readers see it', (source, to, translation) => {
    expect(hitsBetween(brokenEmphasis, ['en', source], [to, translation])).not.toEqual([])
    expect(unitHtml(translation, plainContext([])).replace(/<[^>]*>/g, '')).toMatch(/[*_]/)
  })

  test.each([
    ['**Note**: this', 'zh', '**注意**：这个'],
    ['2 * 3 * 4', 'it', '2 * 3 * 4'],
    ['snake_case_name', 'it', 'snake_case_name'],
    ['a price', 'it', 'un prezzo*'],
    ['\\*not\\*', 'it', '\\*non\\*'],
    ['`**kwargs`', 'it', '`**kwargs`'],
    ['a **word**', 'it', '**una** parola'],
  ])('no alarm: “%s”, %s “%s”', (source, to, translation) => {
    expect(hitsBetween(brokenEmphasis, ['en', source], [to, translation])).toEqual([])
  })
})

describe('marks of blocks', () => {
  test.each([
    ['A', '# A', ['# → ?']],
    ['A', '> A', ['> → ?']],
    ['A', '* A', ['* → ?']],
    ['A', '- A', ['- → ? (doubtful)']],
    ['A', '| A | B |', ['| → ?']],
    ['A', 'A\n---', ['--- → ?']],
    ['A', '```\nA', ['``` → ?']],
    ['A', ':::note\nA', ['::: → ?']],
  ])('“%s”, “%s”', (source, translation, expected) => {
    expect(hitsBetween(blockMarkdown, ['en', source], ['it', translation])).toEqual(expected)
  })

  test.each([
    ['A', '1986. Un anno'],
    ['A', '#hashtag'],
    ['A', '-5 gradi'],
    ['A', '**A** e B'],
    ['> A', '> A'],
    ['A', 'A > B # C'],
    ['A', '— Sì'],
  ])('no alarm: “%s”, “%s”', (source, translation) => {
    expect(hitsBetween(blockMarkdown, ['en', source], ['it', translation])).toEqual([])
  })
})

test.each([
  ['@ada_l and @bob@social.example', '@ada_l e @bob', ['@bob → @bob@social.example']],
  ['#StraitTalks', '#ColloquiStretto', ['#ColloquiStretto → #StraitTalks']],
  ['mail ada@example.org', 'scrivi', ['Missing `ada@example.org`']],
  ['@Ada and @ada', '@ADA', []],
  ['the #1 port, [a](#b), &#8217;', 'il porto n. 1, [a](#b)', []],
  ['see https://a.example/@ada', 'vedi', []],
])('handles: “%s”, “%s”', (source, translation, expected) => {
  expect(hitsBetween(lostHandle, ['en', source], ['it', translation])).toEqual(expected)
})

test.each([
  ['“We never left,” he said.', 'Non siamo mai partiti, disse.', 1],
  ['"We never left," he said.', 'Non siamo mai partiti, disse.', 1],
  ['“We never left,” he said.', '“Non siamo mai partiti”, disse.', 0],
  ['“We never left,” he said.', '*Non siamo mai partiti*, disse.', 0],
  ['“We never left,” he said.', '— Non siamo mai partiti — disse.', 0],
  ['the “grey fleet”', 'la flotta grigia', 0],
  ['a 5" pipe and a 6" pipe for all', 'un tubo da 5 e uno da 6 pollici', 0],
])('quotations: “%s”, “%s”', (source, translation, count) => {
  expect(hitsBetween(lostQuotation, ['en', source], ['it', translation])).toHaveLength(count)
})
