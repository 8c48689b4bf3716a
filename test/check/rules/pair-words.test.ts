import { describe, expect, test } from 'vitest'
import { noKnowledge } from '../../../pipeline/check/knowledge.ts'
import { blankTranslation } from '../../../pipeline/check/rules/blank-translation.ts'
import { changedName } from '../../../pipeline/check/rules/changed-name.ts'
import { edgeSpace } from '../../../pipeline/check/rules/edge-space.ts'
import { lostNegation } from '../../../pipeline/check/rules/lost-negation.ts'
import { oddLength } from '../../../pipeline/check/rules/odd-length.ts'
import { untranslated } from '../../../pipeline/check/rules/untranslated.ts'
import { wrongScript } from '../../../pipeline/check/rules/wrong-script.ts'
import { nameCounts } from '../../../pipeline/check/spelling/name-counts.ts'
import { hitsBetween } from '../sample.ts'

describe('a lost or invented negation', () => {
  test.each([
    ['en', 'The port is open.', 'es', 'El puerto no pudo abrir.', ['no → ?']],
    ['en', 'The minister will not resign.', 'it', 'Il ministro si dimetterà.', ['Missing negation: the source has `not`']],
    ['en', 'He will not resign.', 'fr', 'Il démissionnera.', ['Missing negation: the source has `not`']],
    ['en', 'The minister will not resign.', 'de', 'Der Minister wird in Rom zurücktreten.', ['Missing negation: the source has `not`']],
    ['en', 'He did not come.', 'it', 'È venuto.', ['Missing negation: the source has `not`']],
    ['en', 'He didn’t come.', 'es', 'Vino.', ['Missing negation: the source has `didn’t`']],
    ['en', 'There is no boat today.', 'it', 'Oggi c’è una nave.', ['Missing negation: the source has `is no`']],
    ['en', 'She never spoke.', 'ru', 'Она говорила.', ['Missing negation: the source has `never`']],
    ['en', 'The port is open.', 'uk', 'Порт не працює.', ['не → ?']],
    [
      'en',
      'He does not speak. She does not come here today.',
      'it',
      'Lui non parla. Lei oggi viene qui, come sempre.',
      ['Missing negation: the source has `not`'],
    ],
    ['en', 'He came. She left the old house.', 'de', 'Er kam. Sie verließ das Haus nicht.', ['nicht → ?']],
    ['en', 'The port is open.', 'pl', 'Port nie działa.', ['nie → ?']],
    ['en', 'The port is open.', 'ar', 'الميناء ليس مفتوحًا', ['ليس → ?']],
    ['en', 'The port is open.', 'tr', 'Liman açık değil.', ['değil → ?']],
    ['en', 'The port is open.', 'el', 'Το λιμάνι δεν είναι ανοιχτό.', ['δεν → ?']],
    ['en', 'They signed the treaty.', 'ja', '彼らは条約に署名しなかった。', ['しなかった → ?']],
    ['fr', 'Le port n’est pas ouvert.', 'en', 'The port is open.', ['Missing negation: the source has `n’est`']],
    ['de', 'Das Schiff fährt nicht.', 'nl', 'Het schip vaart.', ['Missing negation: the source has `nicht`']],
  ])('%s “%s”, %s “%s”', (from, source, to, translation, expected) => {
    expect(hitsBetween(lostNegation, [from, source], [to, translation])).toEqual(expected)
  })

  test.each([
    ['en', 'It is unknown.', 'it', 'Non si sa.'],
    ['en', 'They throw garbage away.', 'es', 'Tiran los elementos no utilizados.'],
    ['en', 'rights indispensable for his dignity', 'ja', '尊厳に欠くことのできない権利'],
    ['en', 'The sign says NOT SAFE today.', 'it', 'Oggi il cartello dice NOT SAFE.'],
    ['en', 'It is impossible.', 'fr', 'Ce n’est pas possible.'],
    ['en', 'They failed to come.', 'de', 'Sie kamen nicht.'],
    ['en', 'without a word', 'es', 'y no dijo nada'],
    ['en', 'until he comes', 'it', 'finché non viene'],
    ['en', 'She did not come. He left.', 'it', 'Lui è partito. Lei non è venuta quel giorno.'],
    ['en', 'Feel free to come.', 'es', 'No dudes en venir.'],
    ['en', 'not only here', 'de', 'auch anderswo'],
    ['en', 'whether or not he comes', 'it', 'che venga o che resti'],
    ['en', 'There are only two.', 'fr', 'Il n’y en a que deux.'],
    ['en', 'They must leave.', 'ja', '出発しなければならない。'],
    ['en', 'She may leave.', 'ja', '出発するかもしれない。'],
    ['en', 'very important', 'zh', '非常重要'],
    ['en', 'Note the note.', 'it', 'Nota la nota.'],
    ['en', 'not here', 'sw', 'hapa'],
    ['en', 'Nothing.', 'it', '42'],
  ])('no alarm: %s “%s”, %s “%s”', (from, source, to, translation) => {
    expect(hitsBetween(lostNegation, [from, source], [to, translation])).toEqual([])
  })
})

describe('a changed name', () => {
  test.each([
    ['it', 'Abbas Araghchi spoke.', 'Abbas Araghci ha parlato.', ['Araghci → Araghchi']],
    ['de', 'with Thalia Mavroudaki', 'mit Thalia Mavruodaki', ['Mavruodaki → Mavroudaki']],
    ['fr', 'on GitHub', 'sur GtiHub', ['GtiHub → GitHub']],
    ['fr', 'on GitHub', 'en ligne', ['Missing name `GitHub`']],
  ])('%s: %s — %s', (to, source, translation, expected) => {
    expect(hitsBetween(changedName, ['en', source], [to, translation])).toEqual(expected)
  })

  test.each([
    ['it', 'King Charles and Pope Leo', 're Carlo e papa Leone'],
    ['pl', 'met Angela Merkel', 'spotkał Angelę Merkel'],
    ['cs', 'with Václav Havel', 's Václavem Havlem'],
    ['cs', 'Woody Allen', 'Woodyho Allena'],
    ['es', 'Recep Erdoğan', 'Recep Erdogan'],
    ['de', 'President Macron', 'Präsident Macron'],
    ['it', 'South Africa and North Korea', 'Sudafrica e Corea del Nord'],
    ['ru', 'Abbas Araghchi', 'Abbas Araghci'],
    ['it', 'iPhone and YouTube', 'iPhone e YouTube'],
    ['pl', 'on YouTube', 'na YouTubie'],
    ['it', 'on GitHub', 'su [github](https://github.com)'],
    ['ar', 'on GitHub', 'على جيت هاب'],
  ])('no alarm, %s: %s — %s', (to, source, translation) => {
    expect(hitsBetween(changedName, ['en', source], [to, translation])).toEqual([])
  })
})

describe('words that are no translation', () => {
  test('the source, but for case and punctuation', () => {
    expect(hitsBetween(untranslated, ['en', 'The boat is late.'], ['it', 'the boat is late'])).toHaveLength(1)
    expect(hitsBetween(untranslated, ['ar', 'المرور العابر'], ['it', 'المرور العابر'])).toHaveLength(1)
  })

  test.each([
    ['en', 'MV Galini, IMO 9074729', 'de', 'MV Galini, IMO 9074729'],
    ['en', 'Withub, Alanews', 'ar', 'Withub, Alanews'],
    ['en', '`npm run check -- --fix`', 'de', '`npm run check -- --fix`'],
    ['en', 'Information', 'de', 'Information'],
    ['pt', 'a boca da noite', 'pt-BR', 'a boca da noite'],
    ['en', 'He read “the quick brown fox jumps over the lazy dog”.', 'it', 'Lesse «the quick brown fox jumps over the lazy dog».'],
    [
      'en',
      'The film is *a very long title about some other people indeed*.',
      'it',
      'Il film è *a very long title about some other people indeed*.',
    ],
  ])('no alarm: %s “%s”, %s “%s”', (from, source, to, translation) => {
    expect(hitsBetween(untranslated, [from, source], [to, translation])).toEqual([])
  })

  test('nothing but blanks, dashes or invisible characters', () => {
    for (const blank of [' ', '\u200B', '—', '…', '**', '\u2060\u00A0'])
      expect(hitsBetween(blankTranslation, ['en', 'The boat is late.'], ['it', blank])).toHaveLength(1)
    for (const words of ['È tardi.', '`ls`', '![mappa](m.png)', '42', '[^1]'])
      expect(hitsBetween(blankTranslation, ['en', 'The boat is late.'], ['it', words])).toEqual([])
    expect(hitsBetween(blankTranslation, ['en', '—'], ['it', '–'])).toEqual([])
  })

  test('another script', () => {
    expect(hitsBetween(wrongScript, ['en', 'The boat is late again.'], ['uk', 'Statek znowu się spóźnia.'])).toHaveLength(1)
    expect(hitsBetween(wrongScript, ['en', 'The boat is late again.'], ['qaa', 'Statek znowu się spóźnia.'])).toEqual([])
    expect(hitsBetween(wrongScript, ['en', 'The boat is late again.'], ['zh-Hant', '船又晚点了'.repeat(5)])).toEqual([])
  })

  test('spaces around', () => {
    const find = (source: string, translation: string) => hitsBetween(edgeSpace, ['en', source], ['it', translation])
    expect(find('a', '\u00A0b\n')).toEqual(['\u00A0 → ', '\n → '])
    expect(find('a', 'b')).toEqual([])
    expect(find(' a ', ' b ')).toEqual([])
    expect(find('a', '  ')).toEqual([])
  })
})

describe('an odd length', () => {
  const long =
    'The ferry had stopped on 6 October, when the company that had run it for nine winters gave back its licence to the ministry.'
  test.each([
    ['it', 'Il traghetto.', 1],
    ['zh', '渡轮已于十月六日停航，当时经营了九个冬天的公司把执照交还给了该部。', 0],
    ['zh', long, 0],
    ['zh', `${long} And more, and more.`, 1],
    ['de', 'Die Fähre fuhr seit dem 6. Oktober nicht mehr: Die Reederei hatte ihre Lizenz zurückgegeben.', 0],
  ])('%s: %s', (to, translation, count) => {
    expect(hitsBetween(oddLength, ['en', long], [to, translation])).toHaveLength(count)
  })

  test('code counts as long as it is, in or out of its marks', () => {
    const code = '`std::collections::HashMap::with_capacity`'
    expect(hitsBetween(oddLength, ['en', `Use ${code}, then go on with it.`], ['zh', `使用${code.replaceAll('`', '')}。`])).toEqual([])
  })
})

describe('a full name of which nothing is left', () => {
  const names = nameCounts(
    new Map([
      ['Araghchi', 2],
      ['Court', 1],
    ]),
  )
  const given = nameCounts(
    new Map([
      ['Abbas', 1],
      ['Supreme', 1],
    ]),
  )
  const hits = (source: string, translation: string) =>
    hitsBetween(
      changedName,
      ['en', source],
      ['it', translation],
      {},
      { source: { ...noKnowledge, names: given }, translation: { ...noKnowledge, names } },
    )

  test('is missing where other translations keep the surname', () => {
    expect(hits('Abbas Araghchi left.', 'Il ministro è partito.')).toEqual(['Missing name `Abbas Araghchi`'])
  })

  test.each([
    ['its surname', 'Abbas Araghchi left.', 'Araghchi è partito.'],
    ['its given name', 'Abbas Araghchi left.', 'Il ministro Abbas è partito.'],
    ['nothing, but it is no name elsewhere either', 'The Supreme Court sat.', 'I giudici si sono riuniti.'],
    ['nothing, and it is a surname alone', 'Then Araghchi left.', 'Poi è partito.'],
  ])('isn’t where there is %s', (_, source, translation) => {
    expect(hits(source, translation)).toEqual([])
  })
})

describe('a name of one word in the place of another', () => {
  const names = nameCounts(
    new Map([
      ['Trump', 3],
      ['Biden', 2],
      ['Merz', 2],
      ['Rome', 1],
    ]),
  )
  const knows = { ...noKnowledge, names }
  const hits = (source: string, to: string, translation: string) =>
    hitsBetween(changedName, ['en', source], [to, translation], {}, { source: knows, translation: knows })

  test('is told where the site knows both', () => {
    expect(hits('Trump said no.', 'it', 'Biden ha detto di no.')).toEqual(['Biden → Trump'])
    expect(hits('On Monday Trump said so, and Trump is right.', 'fr', 'Lundi Biden l’a dit, et Biden a raison.')).toEqual(['Biden → Trump'])
  })

  test.each([
    ['both are there', 'Trump met Biden.', 'it', 'Biden ha incontrato Trump.'],
    ['one is left out', 'Trump met Biden.', 'it', 'Ha incontrato Biden.'],
    ['one is added', 'He met Biden.', 'it', 'Trump ha incontrato Biden.'],
    ['two stand for one', 'Trump left.', 'it', 'Biden e Merz sono partiti.'],
    ['one stands for two', 'Trump and Merz left.', 'it', 'Biden è partito.'],
    ['it is an exonym', 'He left Rome.', 'it', 'Ha lasciato Biden.'],
    ['all nouns have capitals', 'Trump left.', 'de', 'Biden ging.'],
  ])('isn’t told where %s', (_, source, to, translation) => {
    expect(hits(source, to, translation)).toEqual([])
  })
})
