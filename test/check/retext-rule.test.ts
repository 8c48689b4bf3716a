import retextEnglish from 'retext-english'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { retextRule, textRules } from '../../pipeline/check/retext-rule.ts'
import type { TextRule, WholeRule } from '../../pipeline/check/rule.ts'

const rule = (name: string): TextRule | WholeRule => {
  const found = textRules[name]
  if (found === undefined) throw new Error(`${name} reads no text`)
  return found
}

function messages(text: string, name: string, options = {}): string[] {
  const processor = unified()
    .use(retextEnglish)
    .use(retextRule(rule(name), { locale: 'en', options }))
  const file = new VFile(text)
  processor.runSync(processor.parse(file), file)
  return file.messages.map(
    ({ line, column, ruleId, source, actual, expected }) => `${line}:${column} ${source}:${ruleId} ${actual} → ${expected?.[0]}`,
  )
}

test('a rule of ours is a retext plugin', () => {
  expect(messages('First.\n\nThe end of of the talks.\r\n', 'doubled-word')).toEqual(['3:9 colophon:doubled-word of of → of'])
  expect(messages('The end of of the talks.', 'doubled-word', { allow: ['of'] })).toEqual([])
})

test('code is nobody’s prose', () => {
  expect(messages('Run `the the` again.', 'doubled-word')).toEqual([])
})

test('a rule that reads a whole text sees all of its paragraphs', () => {
  expect(messages("It’s here.\n\nIt's there. It’s late.", 'wrong-apostrophe')).toEqual(["3:3 colophon:wrong-apostrophe ' → ’"])
})

test('all rules that read texts are there, and no others', () => {
  expect(Object.keys(textRules)).toContain('house-style')
  expect(Object.keys(textRules)).not.toContain('lost-link')
})
