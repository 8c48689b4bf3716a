import { fc } from '@fast-check/vitest'

const word = fc.constantFrom(
  'talks',
  'Friday',
  'naïve',
  '外交',
  'محادثات',
  '1986.',
  'AT&T',
  'a_b',
  'x',
  '“quoted”',
  "l'Iran",
  '10:30',
  '#tag',
  '-',
  '>',
  '|',
  '*',
  '!',
  '~',
  '[sic]',
  '\\*',
  '&amp;',
)
const plain = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '))
const inline: fc.Arbitrary<string> = fc.letrec<{ inline: string }>((tie) => ({
  inline: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    plain,
    plain.map((text) => `*${text}*`),
    plain.map((text) => `**${text}**`),
    plain.map((text) => `_${text}_`),
    plain.map((text) => `~~${text}~~`),
    plain.map((text) => `\`${text}\``),
    plain.map((text) => `[${text}](https://a.example/x_y?b=1&c "t")`),
    plain.map((text) => `[${text}](../b.md#c)`),
    plain.map((text) => `[${text}][ref]`),
    plain.map((text) => `![${text}](p.png)`),
    plain.map((text) => `<abbr title="a">${text}</abbr>`),
    plain.map((text) => `<https://a.example/${text.length}>`),
    plain.map((text) => `${text}[^n]`),
    fc.tuple(tie('inline'), tie('inline')).map(([a, b]) => `${a} ${b}`),
    fc.tuple(tie('inline'), tie('inline')).map(([a, b]) => `${a}\n${b}`),
    fc.tuple(tie('inline'), tie('inline')).map(([a, b]) => `${a}  \n${b}`),
    tie('inline').map((text) => `*${text}*`),
    tie('inline').map((text) => `**${text}**`),
  ),
})).inline

const indent = (text: string, by: string): string => text.replaceAll('\n', `\n${by}`)
const block: fc.Arbitrary<string> = fc.letrec<{ block: string; blocks: string }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    inline,
    inline.map((text) => `## ${text.replaceAll('\n', ' ')}`),
    inline.map(
      (text) =>
        `| ${text.replaceAll('\n', ' ').replaceAll('|', '\\|')} | b |\n|:-|-|\n| c | ${text.replaceAll('\n', ' ').replaceAll('|', '\\|')} |`,
    ),
    inline.map((text) => `${text}\n---`),
    tie('blocks').map((text) => `> ${indent(text, '> ')}`),
    tie('blocks').map((text) => `- ${indent(text, '  ')}`),
    tie('blocks').map((text) => `12. ${indent(text, '    ')}`),
    tie('blocks').map((text) => `- [ ] ${indent(text, '  ')}`),
    tie('blocks').map((text) => `::::note[T]\n${text.replaceAll('[^n]:', 'n:')}\n::::`),
    tie('blocks').map((text) => `[^n]: ${indent(text, '    ')}`),
  ),
  blocks: fc.array(tie('block'), { minLength: 1, maxLength: 3 }).map((blocks) => blocks.join('\n\n')),
})).blocks

/** Bodies of many constructs, nested, with words that look like marks. No footnote is defined inside a directive: the parser doesn't know it outside. */
export const markdownBody: fc.Arbitrary<string> = fc
  .array(block, { minLength: 1, maxLength: 4 })
  .map((blocks) => `${blocks.join('\n\n')}\n\n[ref]: https://r.example/ "R"\n`)
  // The oracle's HTML parser drops a line break at the start of fenced code.
  .filter((body) => !body.includes('~~~'))
