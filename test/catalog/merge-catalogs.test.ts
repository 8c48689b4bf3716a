import { fc, test as law } from '@fast-check/vitest'
import { expect, test, vi } from 'vitest'
import { escaped } from '../../pipeline/catalog/escaped.ts'
import { mergeCatalogs } from '../../pipeline/catalog/merge-catalogs.ts'
import { syncCatalog } from '../../pipeline/catalog/sync-catalog.ts'
import { writeCatalog } from '../../pipeline/catalog/write-catalog.ts'
import type { Catalog } from '../../pipeline/model/catalog.ts'
import type { Locale } from '../../pipeline/model/locale.ts'
import { article, edit, edited } from './edit-script.ts'
import { catalogOf, content, unitsOf } from './sample.ts'
import { translated, work } from './translator.ts'

function merged(base: string, ours: string, theirs: string): { file: string; conflicts: number } {
  const { catalog, conflicts } = mergeCatalogs({ base: catalogOf(base), ours: catalogOf(ours), theirs: catalogOf(theirs) })
  return { file: writeCatalog(catalog), conflicts: conflicts.length }
}

const pair = (id: string, text = '', before = '') => `${before}msgid "${id}"\nmsgstr "${text}"\n`
const file = (...messages: readonly string[]) => messages.join('\n')

test.each([
  [
    'two people on different messages',
    file(pair('a'), pair('b')),
    file(pair('a', 'A'), pair('b')),
    file(pair('a'), pair('b', 'B')),
    file(pair('a', 'A'), pair('b', 'B')),
  ],
  ['the same work on both sides', pair('a'), pair('a', 'A'), pair('a', 'A'), pair('a', 'A')],
  ['words on one side, a comment on the other', pair('a'), pair('a', 'A'), pair('a', '', '# why?\n'), pair('a', 'A', '# why?\n')],
  [
    'two new messages at one place',
    pair('a'),
    file(pair('a'), pair('b')),
    file(pair('a'), pair('c')),
    file(pair('a'), pair('c'), pair('b')),
  ],
  [
    'a translation beside a sync that moved it',
    file(pair('a'), pair('b')),
    file(pair('b'), pair('a')),
    file(pair('a', 'A'), pair('b')),
    file(pair('b'), pair('a', 'A')),
  ],
  [
    'a move on their side',
    file(pair('a'), pair('b')),
    file(pair('a', 'A'), pair('b')),
    file(pair('b'), pair('a')),
    file(pair('b'), pair('a', 'A')),
  ],
  [
    'a translation of a text that a sync dropped',
    file(pair('a'), pair('b')),
    pair('b'),
    file(pair('a', 'A'), pair('b')),
    file(pair('b'), '#~ msgid "a"\n#~ msgstr "A"\n'),
  ],
  [
    'a better translation of a text that a sync made obsolete',
    pair('a', 'A'),
    '#~ msgid "a"\n#~ msgstr "A"\n',
    pair('a', 'AA'),
    '#~ msgid "a"\n#~ msgstr "AA"\n',
  ],
  [
    'a better translation of a text that their sync made obsolete',
    pair('a', 'A'),
    pair('a', 'AA', '# better\n'),
    '# gone\n#~ msgid "a"\n#~ msgstr "A"\n',
    '# better\n# gone\n#~ msgid "a"\n#~ msgstr "AA"\n',
  ],
  [
    'pruned on one side',
    file(pair('a'), '#~ msgid "b"\n#~ msgstr "B"\n'),
    pair('a'),
    file(pair('a', 'A'), '#~ msgid "b"\n#~ msgstr "B"\n'),
    pair('a', 'A'),
  ],
  [
    'a suggestion on one side, finished on the other',
    pair('a', 'A'),
    file(pair('aa', 'A', '#, fuzzy\n#| msgid "a"\n'), '#~ msgid "a"\n#~ msgstr "A"\n'),
    file(pair('aa', 'AA'), '#~ msgid "a"\n#~ msgstr "A"\n'),
    file(pair('aa', 'AA'), '#~ msgid "a"\n#~ msgstr "A"\n'),
  ],
  [
    'a suggestion on one side, confirmed on the other',
    pair('a', 'A'),
    file(pair('aa', 'A', '#, fuzzy\n#| msgid "a"\n'), '#~ msgid "a"\n#~ msgstr "A"\n'),
    file(pair('aa', 'A'), '#~ msgid "a"\n#~ msgstr "A"\n'),
    file(pair('aa', 'A'), '#~ msgid "a"\n#~ msgstr "A"\n'),
  ],
  [
    'a begun suggestion, finished on the other side',
    pair('aa', 'A', '#, fuzzy\n#| msgid "a"\n'),
    pair('aa', 'A and', '#, fuzzy\n#| msgid "a"\n'),
    pair('aa', 'AA'),
    pair('aa', 'AA', '# Another translation: "A and"\n'),
  ],
  ['the same words, doubted on one side', pair('a'), pair('a', 'A', '#, fuzzy\n'), pair('a', 'A'), pair('a', 'A', '#, fuzzy\n')],
  [
    'flags of either side',
    pair('a', '', '#, x, y\n'),
    pair('a', 'A', '#, y\n'),
    pair('a', '', '#, x, y, z\n'),
    pair('a', 'A', '#, y, z\n'),
  ],
  [
    'a plural that one side added beside a comment of the other',
    pair('a'),
    pair('a', '', '# why?\n'),
    'msgid "a"\nmsgid_plural "aa"\nmsgstr[0] "A"\nmsgstr[1] "AA"\n',
    '# why?\nmsgid "a"\nmsgid_plural "aa"\nmsgstr[0] "A"\nmsgstr[1] "AA"\n',
  ],
  [
    'a plural that our side added beside a comment of theirs',
    pair('a'),
    'msgid "a"\nmsgid_plural "aa"\nmsgstr[0] "A"\nmsgstr[1] "AA"\n',
    pair('a', '', '# why?\n'),
    '# why?\nmsgid "a"\nmsgid_plural "aa"\nmsgstr[0] "A"\nmsgstr[1] "AA"\n',
  ],
  [
    'a remark put before another, beside a translation',
    pair('a', '', '# one\n'),
    pair('a', 'A', '# one\n'),
    pair('a', '', '# two\n# one\n'),
    pair('a', 'A', '# two\n# one\n'),
  ],
  [
    'a move on their side beside a new message',
    file(pair('a'), pair('b')),
    file(pair('new'), pair('a'), pair('b')),
    file(pair('b'), pair('a')),
    file(pair('new'), pair('b'), pair('a')),
  ],
  [
    'a move on their side beside a dropped message',
    file(pair('x'), pair('a'), pair('b')),
    file(pair('a'), pair('b')),
    file(pair('x'), pair('b'), pair('a')),
    file(pair('b'), pair('a')),
  ],
  [
    'what both sides dropped, by the alphabet',
    file(pair('a', 'A'), pair('b', 'B'), pair('c', 'C')),
    file(pair('a', 'A'), pair('b', 'B'), '#~ msgid "c"\n#~ msgstr "C"\n'),
    file(pair('b', 'B'), pair('c', 'C'), '#~ msgid "a"\n#~ msgstr "A"\n'),
    file(pair('b', 'B'), '#~ msgid "a"\n#~ msgstr "A"\n', '#~ msgid "c"\n#~ msgstr "C"\n'),
  ],
  ['trailing comments', '# one\n', '# one\n# two\n', '# three\n', '# two\n# three\n'],
])('merges %s', (_, base, ours, theirs, expected) => {
  expect(merged(base, ours, theirs)).toEqual({ file: expected, conflicts: 0 })
})

test('a real conflict keeps both and is fuzzy', () => {
  const { file, conflicts } = merged(pair('a'), pair('a', 'A'), pair('a', 'B\\n\\"b\\"'))
  expect(file).toBe('# Another translation: "B\\n\\"b\\""\n#, fuzzy\nmsgid "a"\nmsgstr "A"\n')
  expect(conflicts).toBe(1)
})

const head = (...fields: readonly string[]) => `msgid ""\nmsgstr ""\n${fields.map((field) => `"${field}\\n"\n`).join('')}`

test.each([
  ['what one side changed', 'Language-Team: Withub', 'Language-Team: Withub', 'Language-Team: Ada', 'Language-Team: Ada'],
  ['of two changes ours', 'X-Pool: a', 'X-Pool: b', 'X-Pool: c', 'X-Pool: b'],
  [
    'their later date',
    'PO-Revision-Date: 2026-01-01',
    'PO-Revision-Date: 2026-02-01',
    'PO-Revision-Date: 2026-03-01',
    'PO-Revision-Date: 2026-03-01',
  ],
  [
    'our date where theirs is as it was',
    'PO-Revision-Date: 2026-02-01',
    'PO-Revision-Date: 2026-01-01',
    'PO-Revision-Date: 2026-02-01',
    'PO-Revision-Date: 2026-01-01',
  ],
])('of a header’s field, %s is taken', (_, base, ours, theirs, expected) => {
  expect(merged(head(base), head(ours), head(theirs))).toEqual({ file: head(expected), conflicts: 0 })
})

test('headers merge field by field, the later date wins', () => {
  const { file, conflicts } = merged(
    head('Language: it', 'X-Old: 1', 'PO-Revision-Date: 2026-01-01'),
    head('Language: it', 'X-Old: 1', 'PO-Revision-Date: 2026-03-01', 'Last-Translator: Ada'),
    head('Language: it', 'PO-Revision-Date: 2026-02-01', 'Language-Team: Withub'),
  )
  expect(file).toBe(head('Language: it', 'PO-Revision-Date: 2026-03-01', 'Last-Translator: Ada', 'Language-Team: Withub'))
  expect(conflicts).toBe(0)
})

const sync = (paragraphs: readonly string[], catalog: Catalog | null) =>
  syncCatalog({ units: unitsOf(...paragraphs), catalog, locale: 'it' as Locale })
/** A larger number at night: `RUNS=10000`. */
const numRuns = Number(process.env['RUNS'] ?? 150)
vi.setConfig({ testTimeout: 30_000 + numRuns * 30 })
const side = fc.tuple(fc.array(edit, { maxLength: 4 }), work, work)
const branches = fc.tuple(article, work, side, side).map(([start, first, ours, theirs]) => {
  const base = catalogOf(writeCatalog(translated(sync(start, null), first)))
  const branch = ([edits, early, late]: typeof ours) => {
    const after = sync(edits.reduce(edited, start), translated(base, early))
    return catalogOf(writeCatalog(sync(edits.reduce(edited, start), translated(after, late))))
  }
  return { base, ours: branch(ours), theirs: branch(theirs) }
})

law.prop([branches], { numRuns })('nothing that either side wrote is lost', ({ base, ours, theirs }) => {
  const { messages } = mergeCatalogs({ base, ours, theirs }).catalog
  const texts = messages.flatMap(({ strings, comments }) => [...strings.map(escaped), ...comments])
  const old = new Set(base.messages.flatMap(({ strings, comments }) => [...strings, ...comments]))
  for (const { strings, comments } of [...ours.messages, ...theirs.messages]) {
    for (const written of [...strings.map(escaped), ...comments].filter((each) => !old.has(each))) {
      expect(texts.some((text) => text.includes(written))).toBe(true)
    }
  }
})

law.prop([branches], { numRuns })('nothing is current that was not on one side', ({ base, ours, theirs }) => {
  const current = ({ messages }: Catalog) =>
    messages
      .filter(({ flags, strings }) => !flags.includes('fuzzy') && strings[0] !== '')
      .map(({ context, id, strings }) => JSON.stringify([context, id, strings]))
  const known = new Set([...current(ours), ...current(theirs)])
  for (const each of current(mergeCatalogs({ base, ours, theirs }).catalog)) expect(known).toContain(each)
})

law.prop([branches], { numRuns })('an unchanged side gives the other one', ({ base, ours }) => {
  expect(content(mergeCatalogs({ base, ours, theirs: base }).catalog)).toEqual(content(ours))
  expect(content(mergeCatalogs({ base, ours: base, theirs: ours }).catalog)).toEqual(content(ours))
  expect(content(mergeCatalogs({ base, ours, theirs: ours }).catalog)).toEqual(content(ours))
})

law.prop([branches], { numRuns })('what was merged can be read', ({ base, ours, theirs }) => {
  const { catalog } = mergeCatalogs({ base, ours, theirs })
  expect(content(catalogOf(writeCatalog(catalog)))).toEqual(content(catalog))
})

/** Unlike each other, so that no half of the article could be taken for the other one's. */
test('a block that one side moved stays where it was moved to, though the other one edited a text and synced', () => {
  const texts = [
    'The first ferry sails at six.',
    'The harbour is closed for the winter.',
    'Nobody was hurt on Monday.',
    'A tug came from Augusta.',
  ]
  const open = sync(texts, null)
  const base = { ...open, messages: open.messages.map((message) => ({ ...message, strings: [`it: ${message.id}`] })) }
  const edited = texts.with(1, 'The harbour is closed for the summer.')
  const moved = [texts[0], texts[3], texts[1], texts[2]] as string[]
  for (const [ours, theirs] of [
    [sync(edited, base), sync(moved, base)],
    [sync(moved, base), sync(edited, base)],
  ] as const) {
    const { catalog, conflicts } = mergeCatalogs({ base, ours, theirs })
    expect(conflicts).toEqual([])
    expect(writeCatalog(catalog)).toBe(writeCatalog(sync([texts[0], texts[3], edited[1], texts[2]] as string[], base)))
  }
})

const subjects = ['ferries sail', 'ICE BREAKS', '12 345 678', 'un café noir', 'жители ждут', '雪が降る', 'quizzical vex']

/** Two editors, each on their side of a paragraph that stays: edits of a word, deletions, new paragraphs. */
const twoEditors = fc.tuple(
  fc.uniqueArray(fc.constantFrom(...subjects)),
  fc.infiniteStream(fc.constantFrom('keep', 'edit', 'delete', 'insert')),
  work,
)

law.prop([twoEditors], { numRuns })(
  'syncs on two branches, merged and synced, give the bytes of one sync of the merged article',
  ([chosen, fates, first]) => {
    const changes = [...chosen.slice(0, 3), 'Here they part.', ...chosen.slice(3)].map((subject, at) => {
      const text = `${subject} `.repeat(6).trim()
      const fate = at === Math.min(3, chosen.length) ? 'keep' : fates.next().value
      const changed = { keep: [text], edit: [`${text} ${subject}`], delete: [], insert: [text, `${at}`.repeat(20)] }
      return { text, changed: changed[fate as keyof typeof changed], isOurs: at < 3 }
    })
    const article = (edited: (isOurs: boolean) => boolean) =>
      changes.flatMap(({ text, changed, isOurs }) => (edited(isOurs) ? changed : [text]))
    const base = catalogOf(
      writeCatalog(
        translated(
          sync(
            article(() => false),
            null,
          ),
          first,
        ),
      ),
    )
    const ours = sync(
      article((isOurs) => isOurs),
      base,
    )
    const theirs = sync(
      article((isOurs) => !isOurs),
      base,
    )
    const { catalog, conflicts } = mergeCatalogs({ base, ours, theirs })
    const both = article(() => true)
    expect(conflicts).toEqual([])
    expect(writeCatalog(sync(both, catalog))).toBe(writeCatalog(sync(both, base)))
  },
)
