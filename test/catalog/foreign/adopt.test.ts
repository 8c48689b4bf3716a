import { fc, test as law } from '@fast-check/vitest'
import { describe, expect, test, vi } from 'vitest'
import { bareText } from '../../../pipeline/catalog/foreign/bare-text.ts'
import { message } from '../sample.ts'
import { adopted, adoptInto, type Given, messagesOf } from './adopting.ts'

describe('a text that says the same is surely the unit’s', () => {
  test.each<[string, string, Given, string]>([
    ['as it is', 'One day.', ['One day.', 'Ein Tag.'], 'Ein Tag.'],
    [
      'wrapped, a line feed behind it',
      'One day it rained.',
      ['One day\nit rained.\n', 'Eines Tages\nregnete es.\n'],
      'Eines Tages regnete es.',
    ],
    ['a hard break as two blanks', 'One\\\nday', ['One  \nday', 'Ein  \nTag'], 'Ein\\\nTag'],
    ['other marks of emphasis', 'One _day_', ['One *day*', 'Ein *Tag*'], 'Ein *Tag*'],
    ['escapes that are not needed', 'See a_b.', ['See a\\_b\\.', 'Siehe a\\_b\\.'], 'Siehe a\\_b\\.'],
    ['a reference link', 'See [it](a.md) now', ['See [it][1] now', '[Es][1] jetzt sehen'], '[Es](a.md) jetzt sehen'],
    ['a short reference link', 'See [it](a.md)', ['See [it]', 'Sieh [es][it]'], 'Sieh [es](a.md)'],
    ['a collapsed reference link', 'See [it](a.md)', ['See [it][]', 'Sieh [es][it]'], 'Sieh [es](a.md)'],
    [
      'links that moved',
      '[a](b.md) and [c](d.md)',
      ['[a](b.html) and [c](d.html)', '[C](d.html) und [A](b.html)'],
      '[C](d.md) und [A](b.md)',
    ],
    [
      'one link of two moved',
      '[a](b.md) and [c](d.md)',
      ['[a](b.md) and [c](d.html)', '[C](d.html) und [A](b.md)'],
      '[C](d.md) und [A](b.md)',
    ],
    ['a picture in a link', '[![a](b.png)](c.md)', ['[![a](x.png)](y.md)', '[![A](x.png)](y.md)'], '[![A](b.png)](c.md)'],
    ['the words of a link alone', '[One day](a.md "A day")', ['One day', 'Ein Tag'], '[Ein Tag](a.md "A day")'],
    ['brackets that are no link', 'One [or two] days', ['One [or two] days', 'Ein [oder zwei] Tage'], 'Ein [oder zwei] Tage'],
    ['a title without its marks', 'title: One day', ['One *day*', 'Ein *Tag*'], 'Ein Tag'],
  ])('%s', (_, unit, given, text) => {
    expect(adopted([unit], given)).toEqual({ texts: [{ unit: unit.replace('title: ', ''), text, doubt: null, previous: null }], left: [] })
  })

  test('cut at hard breaks, as po4a cuts it where they are two blanks', () => {
    const unit = 'One day\\\nit *rained*,\\\nthen not.'
    const given: Given[] = [
      ['One day\\\nit *rained*,  \n', 'Eines Tages\\\nregnete *es*,  \n'],
      ['then not.\n', 'dann nicht.\n'],
    ]
    expect(adopted([unit], ...given)).toEqual({
      texts: [{ unit, text: 'Eines Tages\\\nregnete *es*,\\\ndann nicht.', doubt: null, previous: null }],
      left: [],
    })
    expect(adopted([unit], ...given.slice(1)).texts).toEqual([])
  })

  test('cut at elements of HTML, each piece with the unit’s white space', () => {
    const pieces: Given[] = [
      ['Press ', 'Drücke '],
      ['Enter', 'Eingabe'],
      [' to go on.', '，um weiterzugehen.'],
    ]
    expect(adopted(['Press <kbd>Enter</kbd> to go on.'], ...pieces)).toEqual({
      texts: [
        { unit: 'Press <kbd>Enter</kbd> to go on.', text: 'Drücke <kbd>Eingabe</kbd> ，um weiterzugehen.', doubt: null, previous: null },
      ],
      left: [],
    })
    expect(adopted(['Press <kbd>Enter</kbd> to go on.'], ...pieces.slice(0, 2)).texts).toEqual([])
    expect(adopted(['Press <kbd>F1</kbd> to go on.'], ...pieces)).toEqual({
      texts: [{ unit: 'Press <kbd>F1</kbd> to go on.', text: 'Drücke <kbd>F1</kbd> ，um weiterzugehen.', doubt: 'merge', previous: null }],
      left: ['Enter'],
    })
    expect(adopted(['<b>Go on</b> or <i>go back</i>'], ['Go on', 'Weiter'], ['or', 'oder']).texts).toMatchObject([{ doubt: 'merge' }])
    expect(adopted(['<b>Go on</b> or <i>go back now</i>'], ['Go on', 'Weiter'], ['or', 'oder']).texts).toMatchObject([{ doubt: 'merge' }])
    expect(adopted(['<b>Go on</b> or <i>go back now, please</i>'], ['Go on', 'Weiter'], ['or', 'oder']).texts).toEqual([])
    expect(adopted(['Use `<T>` twice.'], ['Use `', 'Nimm `'], ['` twice.', '` zweimal.']).texts).toMatchObject([{ doubt: 'merge' }])
  })
})

describe('a text that may be another one is unsure', () => {
  test.each<[string, string, readonly Given[], string, string, string | null]>([
    ['a link without its target', 'See [it](a.md)', [['See [it]', 'Sieh [es]']], 'Sieh [es]', 'other links', 'See [it]'],
    [
      'one link for two targets',
      '[a](b.md), [c](d.md)',
      [['[a](x), [c](x)', '[A](x), [C](x)']],
      '[A](x), [C](x)',
      'other links',
      '[a](x), [c](x)',
    ],
    [
      'one link of three, the others for two targets',
      '[a](b.md) [c](d.md) [e](f.md)',
      [['[a](x) [c](y) [e](y)', '[A](x)']],
      '[A](b.md)',
      'other links',
      '[a](x) [c](y) [e](y)',
    ],
    [
      'a link more',
      '[a](b.md), c',
      [['[a](b.md), [c](d.md)', '[A](b.md), [C](d.md)']],
      '[A](b.md), [C](d.md)',
      'other links',
      '[a](b.md), [c](d.md)',
    ],
    ['brackets in the words of a link', '[One](a.md)', [['One', 'Ein [Tag]']], 'Ein [Tag]', 'other links', 'One'],
    ['lost emphasis', 'One *day*', [['One day', 'Ein Tag']], 'Ein Tag', 'other markup', 'One day'],
    [
      'two translations',
      '*One*',
      [
        ['**One**', 'Eins'],
        ['`One`', 'Einer'],
      ],
      'Eins',
      'several translations',
      '**One**',
    ],
    [
      'an edited text',
      'A list of 13 ships came.',
      [['A list of 12 ships came.', 'Eine Liste von 12 Schiffen.']],
      'Eine Liste von 12 Schiffen.',
      'another source',
      'A list of 12 ships came.',
    ],
    [
      'a text that grew',
      'Two ferries will sail. From May on they sail twice a day, on Sundays once.',
      [['From May on they sail twice a day,', 'Ab Mai zweimal täglich,']],
      'Ab Mai zweimal täglich,',
      'another source',
      'From May on they sail twice a day,',
    ],
    [
      'texts that were joined',
      'Two ferries will sail. They sail from Monday on.',
      [
        ['Two ferries will sail.', 'Zwei Fähren fahren.'],
        ['They sail from Monday on.', 'Sie fahren ab Montag.'],
      ],
      'Zwei Fähren fahren. Sie fahren ab Montag.',
      'merge',
      'Two ferries will sail. They sail from Monday on.',
    ],
  ])('%s', (_, unit, given, text, doubt, previous) => {
    expect(adopted([unit], ...given).texts).toEqual([{ unit, text, doubt, previous }])
  })

  test('of texts that were joined and edited, those that were joined are found, and no others', () => {
    const given: Given[] = [
      ['Two ferries will sail from here.', 'Zwei Fähren.'],
      ['They sail on Monday mornings.', 'Montags.'],
      ['sail', 'Segel'],
    ]
    const { texts, left } = adopted(['Two ferries will sail from there. They sail on Monday mornings alone.'], ...given)
    expect([texts.map(({ text, doubt }) => [text, doubt]), left]).toEqual([[['Zwei Fähren. Montags.', 'merge']], ['sail']])
  })

  test('a unit that was put together takes no near text from another one', () => {
    const given: Given[] = [
      ['Press the large green button', 'Drücke den großen grünen Knopf'],
      ['twice', 'zweimal'],
      ['Press the large green button <kbd>once</kbd>', 'Drücke einmal'],
    ]
    const { texts } = adopted(
      ['Press the large green button <kbd>twice</kbd>', 'Press the large green knob <kbd>once</kbd> only'],
      ...given,
    )
    expect(texts.map(({ text, doubt }) => [text, doubt])).toEqual([
      ['Drücke den großen grünen Knopf <kbd>zweimal</kbd>', null],
      ['Drücke einmal', 'another source'],
    ])
  })

  test('a text that was cut in two gives each its part, where sentences tell', () => {
    const given: Given = ['Two ferries will sail. They sail from Monday on.', 'Zwei Fähren fahren. Sie fahren ab Montag.']
    const { texts } = adopted(['Two ferries will sail.', 'They sail from Monday on.'], given)
    expect(texts.map(({ text, doubt, previous }) => [text, doubt, previous])).toEqual([
      ['Zwei Fähren fahren.', 'split', given[0]],
      ['Sie fahren ab Montag.', 'split', given[0]],
    ])
  })

  test('what somebody left unfinished there stays unfinished, after all that is finished', () => {
    const fuzzy = message('One.', 'Eins?', { flags: ['fuzzy'], previous: { context: null, id: 'Only one.', idPlural: null } })
    const one = adoptInto({ page: ['One.'] }, [fuzzy]).byArticle.get('page' as never)
    expect(one).toMatchObject([{ text: 'Eins?', doubt: 'fuzzy there', previous: 'Only one.' }])
    const finished = message('*One.*', 'Eins.')
    expect(adoptInto({ page: ['*One.*'] }, [fuzzy, finished]).byArticle.get('page' as never)).toMatchObject([
      { text: 'Eins.', doubt: null },
    ])
  })
})

describe('of several texts that say the same', () => {
  const [title, note] = [{ context: 'title' }, { context: 'note' }]
  test.each<[string, string, Parameters<typeof message>[], [text: string, doubt: string | null]]>([
    [
      'the very text',
      '_One_',
      [
        ['*One*', 'A'],
        ['_One_', 'B'],
      ],
      ['B', null],
    ],
    [
      'the one with the same marks',
      '*One*',
      [
        ['One', 'A'],
        ['_One_', 'B'],
      ],
      ['B', null],
    ],
    [
      'a finished one, whatever its marks',
      '*One*',
      [
        ['*One*', 'A', { flags: ['fuzzy'] }],
        ['One', 'B'],
      ],
      ['B', 'other markup'],
    ],
    [
      'one that is in use',
      '*One*',
      [
        ['*One*', 'A', { obsolete: true }],
        ['_One_', 'B'],
      ],
      ['B', null],
    ],
    [
      'an obsolete one rather than one without its marks',
      '*One*',
      [
        ['One', 'A'],
        ['*One*', 'B', { obsolete: true }],
      ],
      ['B', null],
    ],
    [
      'the one of the title',
      'title: One',
      [
        ['One', 'A'],
        ['One', 'B', note],
        ['One', 'C', title],
      ],
      ['C', null],
    ],
    [
      'the one of no context',
      'One',
      [
        ['One', 'B', note],
        ['One', 'C', title],
        ['One', 'A'],
      ],
      ['A', null],
    ],
    [
      'the one of no context for a title, too',
      'title: One',
      [
        ['One', 'B', note],
        ['One', 'A'],
      ],
      ['A', null],
    ],
    [
      'none surely, of two in other contexts',
      'One',
      [
        ['One', 'B', note],
        ['One', 'C', title],
      ],
      ['B', 'several translations'],
    ],
  ])('%s', (_, unit, given, expected) => {
    const messages = given.map((one) => message(...one))
    for (const order of [messages, messages.toReversed()]) {
      const [found] = adoptInto({ page: [unit] }, order).byArticle.get('page' as never) ?? []
      if (expected[1] === 'several translations') expect(found).toMatchObject({ doubt: expected[1], previous: null })
      else expect([found?.text, found?.doubt]).toEqual(expected)
    }
  })

  test('pieces are as sure as the least sure of them', () => {
    const pieces: Given[] = [
      ['Press', 'Drücke'],
      ['Enter', 'Eingabe'],
    ]
    expect(adopted(['Press <kbd>*Enter*</kbd>'], ...pieces).texts).toMatchObject([
      { text: 'Drücke <kbd>Eingabe</kbd>', doubt: 'other markup' },
    ])
    expect(adopted(['*Press*\\\nEnter'], ...pieces).texts).toMatchObject([{ text: 'Drücke\\\nEingabe', doubt: 'other markup' }])
    expect(adopted(['Press <kbd>2</kbd> +'], ['Press', 'Drücke']).texts).toMatchObject([{ text: 'Drücke <kbd>2</kbd> +', doubt: null }])
  })
})

describe('whose a text is', () => {
  test('the same text is every article’s', () => {
    const { byArticle, left } = adoptInto({ a: ['Solution'], b: ['Solution'] }, messagesOf([['Solution', 'Lösung', 'a']]))
    expect([[...byArticle.values()].map((texts) => texts.length), left]).toEqual([[1, 1], []])
  })

  test('an edited one that of the article which its reference names', () => {
    const articles = { 'news/a': ['A list of 13 ships came.'], 'news/b': ['A list of 14 ships came.'] }
    const { byArticle } = adoptInto(articles, messagesOf([['A list of 12 ships came.', 'Eine Liste.', 'news/b']]))
    expect([...byArticle].map(([id, texts]) => [id, texts.length])).toEqual([
      ['news/a', 0],
      ['news/b', 1],
    ])
  })

  test('without references, that of the article of the text before it', () => {
    const articles = { a: ['Alpha.', 'A list of 13 ships came.'], b: ['Beta.', 'A list of 14 ships came.'] }
    const { byArticle } = adoptInto(
      articles,
      messagesOf([
        ['Alpha.', 'A'],
        ['Beta.', 'B'],
        ['A list of 12 ships came.', 'Eine Liste.'],
      ]),
    )
    expect([...byArticle].map(([id, texts]) => [id, texts.length])).toEqual([
      ['a', 1],
      ['b', 2],
    ])
  })

  test('one that moved and was edited goes where it is most like', () => {
    const articles = { a: ['Nothing.'], b: ['They published a list of 13 ships.'] }
    const { byArticle } = adoptInto(articles, messagesOf([['They published a list of 12 ships.', 'Eine Liste.', 'a']]))
    expect(byArticle.get('b' as never)).toMatchObject([{ doubt: 'another source' }])
  })

  test('a slug is a name, an untranslated message nothing, an unrelated one left', () => {
    expect(
      adopted(
        ['slug: ferries', 'Quite another thing altogether'],
        ['ferries', 'faehren'],
        ['Untranslated', ''],
        ['Something else', 'Etwas'],
      ),
    ).toEqual({
      texts: [],
      left: ['ferries', 'Something else'],
    })
  })
})

describe('texts of the article that were edited', () => {
  /** What each unit of one article gets, by its text. */
  function fromHere(units: readonly string[], ...messages: readonly ReturnType<typeof message>[]) {
    const { byArticle } = adoptInto(
      { page: units },
      messages.map((one, at) => ({ ...one, line: at + 1, references: [' src/page.md:3'] })),
    )
    return Object.fromEntries((byArticle.get('page' as never) ?? []).map(({ unit, text }) => [unit.text, text]))
  }
  const kept = [message('The harbour opens.', 'Der Hafen öffnet.'), message('Nobody was hurt.', 'Keiner wurde verletzt.')] as const

  test('less like, but between the same neighbours', () => {
    const edited = message('They sail at ten o’clock, says the captain of the larger one.', 'Um zehn.')
    const unit = 'They sail on Monday from the pier, unless there is a strong wind.'
    expect(fromHere(['The harbour opens.', unit, 'Nobody was hurt.'], kept[0], edited, kept[1])).toMatchObject({ [unit]: 'Um zehn.' })
    expect(fromHere(['The harbour opens.', unit, 'Nobody was hurt.'], edited, ...kept)).not.toHaveProperty([unit])
  })

  test('a unit that has its own text takes none from its neighbour, though that is more like it', () => {
    const units = ['The ferry sails at ten o’clock.', 'The ferry sails at eleven, not at ten.']
    const own = message('The ferry sails at ten o’clock.', 'Um zehn.')
    const near = message('The ferry sails at ten o’clock sharp.', 'Genau um zehn.')
    expect(fromHere(units, own, near)).toEqual({ [units[0] as string]: 'Um zehn.', [units[1] as string]: 'Genau um zehn.' })
  })

  test('none that nobody finished, and none for a slug', () => {
    const near = message('The old ferry sails at ten.', 'Um zehn.', { flags: ['fuzzy'] })
    expect(fromHere(['The new ferry sails at ten.'], near)).toEqual({})
    expect(fromHere(['slug: the-old-ferries-of-genoa'], message('the-old-ferry-of-genoa', 'die-faehre'))).toEqual({})
  })
})

test('a text that two articles have tells nothing of what stands beside it', () => {
  const texts: Given[] = [
    ['The harbour opens.', 'Der Hafen öffnet.'],
    ['The ferries sail at ten o’clock, when it rains.', 'Um zehn.'],
  ]
  const units = ['The harbour opens.', 'The ferries will sail on Monday, even when it rains.']
  const { byArticle } = adoptInto({ one: units, two: units }, messagesOf(texts))
  expect([...byArticle.values()].map((list) => list.map(({ text }) => text))).toEqual([['Der Hafen öffnet.'], ['Der Hafen öffnet.']])
})

test('each text that is left stood in an article, or behind the text of one', () => {
  const { left, stoodIn } = adoptInto(
    { one: ['Ships.'], two: ['Ice.'] },
    messagesOf([
      ['Of a page that is gone', 'x', 'gone'],
      ['Ships.', 'Schiffe.', 'one'],
      ['Of the first page', 'x', 'one'],
      ['Of another that is gone', 'x', 'lost'],
      ['Of the second page', 'x', 'two'],
    ]),
  )
  expect(left.map((text) => [text.id, stoodIn.get(text)])).toEqual([
    ['Of a page that is gone', 'one'],
    ['Of the first page', 'one'],
    ['Of another that is gone', 'one'],
    ['Of the second page', 'two'],
  ])
  expect(adoptInto({}, messagesOf([['Of no page', 'x']])).stoodIn.size).toBe(0)
})

describe('texts that stood elsewhere', () => {
  /** What the units of one article get from another one's texts. */
  function fromElsewhere(units: readonly string[], ...given: readonly (readonly [id: string, text: string])[]) {
    const messages = messagesOf([...given, ...unmoved].map(([id, text]): Given => [id, text, 'old']))
    const { byArticle, left } = adoptInto({ old: unmoved.map(([id]) => id), page: units }, messages)
    const texts = byArticle.get('page' as never) ?? []
    return { texts: texts.map(({ text, doubt, previous }) => [text, doubt, previous]), left: left.map(({ id }) => id) }
  }
  /** So many that none of the others would be looked for on the new page because of where its neighbours are. */
  const unmoved = ['Nothing.', 'Nobody.', 'Nowhere.', 'Never.'].map((id) => [id, 'Nein.'] as const)
  const [ferries, monday] = [
    ['Two ferries will sail.', 'Zwei Fähren.'],
    ['They sail from Monday on.', 'Ab Montag.'],
  ] as const

  test('two that were joined', () => {
    expect(fromElsewhere(['Now: Two ferries will sail. They sail from Monday on.'], monday, ferries)).toEqual({
      texts: [['Zwei Fähren. Ab Montag.', 'merge', `${ferries[0]} ${monday[0]}`]],
      left: [],
    })
  })

  test('joined ones rather than one that is near', () => {
    const near: Given = ['Two ferries will sail, and they sail from Monday on.', 'Zwei Fähren, montags.', 'page']
    const { byArticle } = adoptInto(
      { old: [], page: ['Two ferries will sail. They sail from Monday on.'] },
      messagesOf([near, [...ferries], [...monday]]),
    )
    expect(byArticle.get('page' as never)).toMatchObject([{ text: 'Zwei Fähren. Ab Montag.', doubt: 'merge' }])
  })

  test('a quarter of a longer text, and no less', () => {
    const rest = (words: number) => Array.from({ length: words }, (_, at) => `x${at}`).join(' ')
    expect(fromElsewhere([`${ferries[0]} ${rest(12)}`], ferries)).toEqual({
      texts: [['Zwei Fähren.', 'another source', ferries[0]]],
      left: [],
    })
    expect(fromElsewhere([`${ferries[0]} ${rest(13)}`], ferries)).toEqual({ texts: [], left: [ferries[0]] })
  })

  test('one that was cut, by sentences where they tell, else as a whole; a part that has its own text keeps it', () => {
    const whole = `${ferries[0]} ${monday[0]}`
    expect(fromElsewhere([ferries[0], monday[0]], [whole, 'Zwei Fähren fahren. Sie fahren ab Montag.'])).toEqual({
      texts: [
        ['Zwei Fähren fahren.', 'split', whole],
        ['Sie fahren ab Montag.', 'split', whole],
      ],
      left: [],
    })
    expect(fromElsewhere([ferries[0], monday[0]], ferries, [whole, 'Zwei Fähren ab Montag.'])).toEqual({
      texts: [
        ['Zwei Fähren.', null, null],
        ['Zwei Fähren ab Montag.', 'split', whole],
      ],
      left: [],
    })
  })

  test('each goes to the unit that it is most like, once', () => {
    const units = ['They published a list of 14 old ships.', 'They published a list of 13 ships.']
    expect(fromElsewhere(units, ['They published a list of 12 ships.', 'Eine Liste.'])).toEqual({
      texts: [['Eine Liste.', 'another source', 'They published a list of 12 ships.']],
      left: [],
    })
    const { byArticle } = adoptInto({ old: [], page: units }, messagesOf([['They published a list of 12 ships.', 'Eine Liste.', 'old']]))
    expect(byArticle.get('page' as never)?.map(({ unit }) => unit.text)).toEqual([units[1]])
  })
})

test('notes come along once, a place is told, and what is left stands in the order of the file', () => {
  const [ada, bo] = [' Ada: short, please', ' Bo: not too short']
  const messages = [
    message('Left, unfinished', 'Übrig', { flags: ['fuzzy'], line: 3 }),
    message('Press', 'Drücke', { comments: [ada], line: 5 }),
    message('Enter', 'Eingabe', { comments: [ada, bo], line: 7 }),
    message('Left behind', 'Liegen gelassen', { line: 9 }),
  ]
  const { byArticle, left } = adoptInto({ page: ['Press <kbd>Enter</kbd>'] }, messages)
  expect(byArticle.get('page' as never)).toMatchObject([{ from: 'de.po:5', comments: [ada, bo] }])
  expect(left.map(({ message: { line } }) => line)).toEqual([3, 9])
})

test('neighbours that stay tell where a text belongs that was edited much', () => {
  const units = [
    'The first stays.',
    'Tickets cost 14 euros from now on.',
    'The last one stays.',
    'What a ticket was in old times, nobody knows.',
  ]
  const given: Given[] = [
    ['The first stays.', 'A'],
    ['A ticket was 12 euros until then.', 'B'],
    ['The last one stays.', 'C'],
  ]
  expect(adopted(units, ...given).texts.map(({ text, doubt }) => [text, doubt])).toEqual([
    ['A', null],
    ['B', 'another source'],
    ['C', null],
  ])
})

const words = fc.array(fc.constantFrom('ferry', 'sails', 'at', 'ten', '*now*', '[here](a.md)', '<b>x</b>', '`a`', '.'), {
  minLength: 1,
  maxLength: 8,
})
const texts = fc.array(
  words.map((list) => list.join(' ')),
  { minLength: 1, maxLength: 6 },
)

/** A larger number at night: `RUNS=10000`. */
const numRuns = Number(process.env['RUNS'] ?? 300)
vi.setConfig({ testTimeout: 30_000 + numRuns * 5 })

law.prop([texts, texts, fc.infiniteStream(fc.nat())], { numRuns })(
  'the order of the file changes nothing that is sure',
  (units, ids, picks) => {
    const messages = messagesOf([...new Set(ids)].map((id) => [id, `de ${id}`]))
    const shuffled = messages.map((one) => ({ one, by: picks.next().value ?? 0 })).sort((a, b) => a.by - b.by)
    const sure = (order: typeof messages) =>
      [...adoptInto({ page: units }, order).byArticle.values()]
        .flat()
        .flatMap(({ unit, text, doubt }) => (doubt === null ? [[unit.text, text]] : []))
    expect(sure(shuffled.map(({ one }) => one))).toEqual(sure(messages))
  },
)

law.prop([texts, texts], { numRuns })('sure is only what translates the very words; and a text is a unit’s, or left', (units, ids) => {
  const messages = messagesOf([...new Set(ids)].map((id) => [id, id]))
  const { byArticle, left } = adoptInto({ page: units }, messages)
  const given = [...byArticle.values()].flat()
  for (const { unit, text, doubt } of given) if (doubt === null) expect(bareText(text)).toBe(bareText(unit.text))
  const found = new Set(given.flatMap((one) => one.texts.map(({ id }) => id)))
  expect([...found, ...left.map(({ id }) => id)].sort()).toEqual([...new Set(ids)].sort())
})
