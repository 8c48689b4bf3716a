import { fc, test as law } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { bodyPassages } from '../../pipeline/article/passages.ts'
import { alignDocument, type DocumentAlignment } from '../../pipeline/catalog/align-document.ts'
import { evidenceOf } from '../../pipeline/catalog/evidence.ts'
import type { Passage } from '../../pipeline/model/passage.ts'

const source = `The icebreaker left Port Ada at 6 in the morning.

## Twelve ships

They had waited for 7 days, and nobody on the bridge had slept for long.

The ferry Aurora came first, with 212 passengers and all their cars.

- A tanker of 40,000 tonnes came last.
- Its captain, Ole Brandt, thanked the crew.

Nobody was hurt. The harbour hopes that the strait stays open until March.

The next convoy leaves on 14 December.
`

const italian = [
  'Il rompighiaccio ha lasciato Port Ada alle 6 del mattino.',
  '## Dodici navi',
  'Avevano atteso 7 giorni, e sul ponte nessuno aveva dormito a lungo.',
  'Il traghetto Aurora è arrivato per primo, con 212 passeggeri e tutte le loro auto.',
  '- Una petroliera di 40.000 tonnellate è arrivata per ultima.\n- Il suo capitano, Ole Brandt, ha ringraziato l’equipaggio.',
  'Nessuno è rimasto ferito. Il porto spera che lo stretto resti aperto fino a marzo.',
  'Il prossimo convoglio parte il 14 dicembre.',
]

function aligned(...blocks: readonly string[]): DocumentAlignment {
  return alignDocument(bodyPassages(source), bodyPassages(blocks.join('\n\n')))
}

/** `3=2`, `3=2+3`, with `?` where it isn't sure, counted from 0. */
function told({ pairs }: DocumentAlignment): string {
  return pairs.map(({ sources, targets, sure }) => `${sources.join('+')}=${targets.join('+')}${sure ? '' : '?'}`).join(' ')
}

test('a whole translation pairs block by block', () => {
  expect(told(aligned(...italian))).toBe('0=0 1=1 2=2 3=3 4=4 5=5 6=6 7=7')
})

describe('a document that is not quite the article', () => {
  test.each([
    ['a missing paragraph', italian.toSpliced(2, 1), '0=0 1=1 3=2 4=3 5=4 6=5 7=6', [2], []],
    ['a missing heading', italian.toSpliced(1, 1), '0=0 2=1 3=2 4=3 5=4 6=5 7=6', [1], []],
    [
      'an added paragraph',
      italian.toSpliced(3, 0, 'Nel 1987 l’inverno era stato ancora più duro, ricordano gli anziani del porto.'),
      '0=0 1=1 2=2? 3=4 4=5 5=6 6=7 7=8',
      [],
      [3],
    ],
    [
      'a paragraph split in two',
      italian.toSpliced(5, 1, 'Nessuno è rimasto ferito.', 'Il porto spera che lo stretto resti aperto fino a marzo.'),
      '0=0 1=1 2=2 3=3 4=4 5=5 6=6+7? 7=8',
      [],
      [],
    ],
    ['two paragraphs in one', italian.toSpliced(2, 2, `${italian[2]} ${italian[3]}`), '0=0 1=1 2+3=2? 4=3 5=4 6=5 7=6', [], []],
    ['a paragraph that moved', [...italian.toSpliced(3, 1), String(italian[3])], '0=0 1=1 2=2? 3=7? 4=3 5=4 6=5 7=6', [], []],
  ])('%s', (_, blocks, pairs, sources, targets) => {
    const alignment = aligned(...blocks)
    expect(told(alignment)).toBe(pairs)
    expect(alignment.sources).toEqual(sources)
    expect(alignment.targets).toEqual(targets)
  })
})

describe('a pair is for a person to look at', () => {
  test.each([
    ['where a number differs', italian.with(6, 'Il prossimo convoglio parte il 15 dicembre.'), 7, 'other numbers'],
    [
      'where a link was lost or added',
      italian.with(6, 'Il [prossimo](https://a.example) convoglio parte il 14 dicembre.'),
      7,
      'other links',
    ],
    ['where a footnote was lost or added', italian.with(6, 'Il prossimo convoglio parte il 14 dicembre.[^1]'), 7, 'other footnotes'],
    ['where a heading has another level', italian.with(1, '### Dodici navi'), 1, 'another kind of block'],
    ['where it became a quotation', italian.with(2, `> ${italian[2]}`), 2, 'another kind of block'],
    ['where it is much longer', italian.with(3, `${italian[3]} ${'E poi ancora un giorno, e un altro. '.repeat(5)}`), 3, 'another length'],
    ['where a heading is no heading', italian.with(1, 'Dodici navi'), 1, 'another kind of block'],
    [
      'where nobody translated it',
      italian.with(2, 'They had waited for 7 days, and nobody on the bridge had slept for long.'),
      2,
      'the same text',
    ],
  ])('%s', (_, blocks, at, doubt) => {
    expect(aligned(...blocks).pairs.find(({ sources }) => sources[0] === at)).toMatchObject({ sure: false, doubt })
  })
})

test('a paragraph that was split, merged or moved is told as such, and is never sure', () => {
  const oneOf = (alignment: DocumentAlignment) => alignment.pairs.find(({ how }) => how !== 'pair')
  const split = italian.toSpliced(5, 1, 'Nessuno è rimasto ferito.', 'Il porto spera che lo stretto resti aperto fino a marzo.')
  expect(oneOf(aligned(...split))).toEqual({ sources: [6], targets: [6, 7], how: 'split', sure: false, doubt: 'split' })
  const merged = italian.toSpliced(2, 2, `${italian[2]} ${italian[3]}`)
  expect(oneOf(aligned(...merged))).toEqual({ sources: [2, 3], targets: [2], how: 'merge', sure: false, doubt: 'merge' })
  const moved = [...italian.toSpliced(3, 1), String(italian[3])]
  expect(oneOf(aligned(...moved))).toEqual({ sources: [3], targets: [7], how: 'moved', sure: false, doubt: 'moved' })
})

test.each<[what: string, ours: string, theirs: string, doubt: string | null]>([
  ['the same', 'Type `ls` and `cd` now.', 'Scrivi `ls` e `cd` ora.', null],
  ['half of it', 'Type `ls` and `cd` now.', 'Scrivi `ls` e poi ora.', null],
  ['one of three', 'Type `ls`, `mv` and `cd` now.', 'Scrivi `ls`, poi e `rm` ora.', 'other inline code'],
  ['none of it', 'Type `ls` right now, says she.', 'Scrivi subito, dice lei, adesso.', 'other inline code'],
  ['one twice', 'Type `ls` right now, says she.', 'Scrivi `ls` subito, `ls`, dice.', null],
])('a pair with %s in code', (_, ours, theirs, doubt) => {
  const [one, other] = [source, italian.join('\n\n')].map((text, at) => bodyPassages(`${text}\n\n${at === 0 ? ours : theirs}\n`))
  expect(alignDocument(one ?? [], other ?? []).pairs.at(-1)?.doubt).toBe(doubt)
})

test.each<[level: number, sure: boolean]>([
  [1, true],
  [2, false],
])('a title whose translation is a heading of level %i is sure: %s', (level, sure) => {
  const passage = (kind: Passage['kind'], text: string, at = 0): Passage => ({ kind, level: at, frame: null, text, offset: 0 })
  const [ours, theirs] = [
    [passage('title', 'Twelve ships leave Port Ada'), ...bodyPassages(source)],
    [passage('heading', 'Dodici navi lasciano Port Ada', level), ...bodyPassages(italian.join('\n\n'))],
  ]
  expect(alignDocument(ours, theirs).pairs[0]).toMatchObject({ sources: [0], targets: [0], doubt: sure ? null : 'another kind of block' })
  const both = [ours, [passage('title', 'Dodici navi lasciano Port Ada'), ...theirs.slice(1)]] as const
  expect(alignDocument(...both).pairs[0]).toMatchObject({ sources: [0], targets: [0], doubt: null })
})

test('digits of other scripts and separators of thousands are the same numbers', () => {
  const [one, other] = ['It cost 1,000,000 euros in 2026.', 'در سال ۲۰۲۶ هزینه آن ۱٬۰۰۰٬۰۰۰ یورو بود.'].map((text) => bodyPassages(text))
  expect(told(alignDocument(one ?? [], other ?? []))).toBe('0=0')
})

test('plain text without headings still aligns, and what lost its markup is unsure', () => {
  const article = bodyPassages(`${source}\nSee [the list](https://a.example) of 1999.`)
  const text = bodyPassages([...italian.with(1, 'Dodici navi'), 'Vedi l’elenco del 1999.'].join('\n\n'))
  expect(told(alignDocument(article, text, 'plain'))).toBe('0=0 1=1? 2=2 3=3 4=4 5=5 6=6 7=7 8=8?')
})

test('plain text has no kinds of blocks, and a paragraph whose emphasis it lost is unsure', () => {
  const article = bodyPassages(source.replace('7 days', '*7 days*'))
  const text = bodyPassages(italian.join('\n\n').replace('## ', '').replace('- Una', 'Una').replace('\n- Il', '\n\nIl'))
  const { pairs } = alignDocument(article, text, 'plain')
  expect(pairs.map(({ sources, targets }) => `${sources}=${targets}`)).toEqual(['0=0', '1=1', '2=2', '3=3', '4=4', '5=5', '6=6', '7=7'])
  expect(pairs[2]).toMatchObject({ sure: false, doubt: 'markup is lost' })
  expect([3, 4, 5].map((at) => pairs[at]?.doubt)).toEqual([null, null, null])
})

describe('a paragraph that stands elsewhere', () => {
  const borea = 'On 17 May 1987 the tanker Borea had waited 33 days at anchor off Port Ada, 88 metres from Vega.'
  const inItalian = 'Il 17 maggio 1987 la petroliera Borea aveva atteso 33 giorni all’ancora davanti a Port Ada, a 88 metri da Vega.'
  const article = bodyPassages(source.replace('- A tanker', `${borea}\n\n- A tanker`))
  const movedIn = (...blocks: readonly string[]) => {
    const { pairs, targets } = alignDocument(article, bodyPassages(blocks.join('\n\n')))
    return { moved: pairs.filter(({ how }) => how === 'moved').map(({ sources, targets }) => `${sources}=${targets}`), left: targets }
  }

  test('twice has one partner, the nearer in length', () => {
    expect(movedIn(...italian, `${inItalian} Così dicono, almeno, tutti gli anziani del porto.`, inItalian)).toEqual({
      moved: ['4=9'],
      left: [8],
    })
  })

  test('with another one: a partner each', () => {
    expect(movedIn(...italian.toSpliced(3, 1), inItalian, String(italian[3]))).toEqual({ moved: ['3=8', '4=7'], left: [] })
  })
})

test('a paragraph without end is compared by its length alone, and unsure', () => {
  const [one, other] = ['[`*_<'.repeat(20_000), '(`*_>'.repeat(20_000)].map((text) => ({
    kind: 'paragraph' as const,
    level: 0,
    frame: null,
    text,
    offset: 0,
  }))
  expect(alignDocument(one ? [one] : [], other ? [other] : []).pairs).toMatchObject([{ sure: false, doubt: 'too long to compare' }])
})

test('an empty side leaves everything over', () => {
  expect(alignDocument(bodyPassages(source), [])).toEqual({ pairs: [], sources: [0, 1, 2, 3, 4, 5, 6, 7], targets: [] })
  expect(alignDocument([], bodyPassages('One.'))).toEqual({ pairs: [], sources: [], targets: [0] })
})

const passages = fc.array(
  fc.record<Passage>({
    kind: fc.constantFrom('paragraph', 'heading', 'list item', 'code', 'table cell'),
    level: fc.constantFrom(0, 1, 2),
    frame: fc.constantFrom(null, 'quote'),
    text: fc.oneof(fc.lorem({ maxCount: 20 }), fc.string({ minLength: 1 }), fc.constantFrom('Port Ada 1987', '[a](b) 12', '`x` 3')),
    offset: fc.constant(0),
  }),
  { maxLength: 12 },
)

law.prop([passages, passages])('every passage is in one pair or left over; sure pairs agree; only moved ones cross', (sources, targets) => {
  const { pairs, ...left } = alignDocument(sources, targets)
  for (const [side, name] of [
    [sources, 'sources'],
    [targets, 'targets'],
  ] as const) {
    const counted = [...pairs.flatMap((pair) => pair[name]), ...left[name]].sort((a, b) => a - b)
    expect(counted).toEqual([...side.keys()].filter((at) => side[at]?.kind !== 'code'))
  }
  const inPlace = pairs.filter(({ how }) => how !== 'moved').flatMap((pair) => pair.targets)
  expect(inPlace).toEqual(inPlace.toSorted((a, b) => a - b))
  for (const pair of pairs.filter(({ sure }) => sure)) {
    const [one, other] = [sources[pair.sources[0] ?? 0], targets[pair.targets[0] ?? 0]]
    expect([pair.sources.length, pair.targets.length, one?.kind, one?.level]).toEqual([1, 1, other?.kind, other?.level])
    const [ours, theirs] = [evidenceOf(one as Passage), evidenceOf(other as Passage)]
    for (const name of ['numbers', 'links', 'footnotes'] as const) expect(ours[name]).toEqual(theirs[name])
  }
})
