import { describe, expect, test } from 'vitest'
import { doubledWord } from '../../../pipeline/check/rules/doubled-word.ts'
import { hitsIn } from '../sample.ts'

const find = (locale: string, text: string) => hitsIn(doubledWord, locale, text)

describe('a doubled word', () => {
  test.each([
    ['en', 'Ministers left the the room.', 'the the → the'],
    ['en', 'The the talks failed.', 'The the → The'],
    ['en', 'He said: “The the talks failed.”', 'The the → The'],
    ['en-GB', 'It was agreed agreed by all.', 'agreed agreed → agreed'],
    ['en', 'the *the* end', 'the *the → *the'],
    ['en', 'a non\u00A0breaking of\u00A0of space', 'of\u00A0of → of'],
    ['en', 'Iran’s Iran', null],
    ['en', 'they don’t don’t know', 'don’t don’t → don’t'],
    ['en', 'a a test', 'a a → a'],
    ['it', 'I colloqui di di pace', 'di di → di'],
    ['it', 'il governo governo italiano', 'governo governo → governo'],
    ['it', 'è è vero', 'è è → è'],
    ['fr', 'le ministre de de la défense', 'de de → de'],
    ['de', 'mit dem und und der', 'und und → und'],
    ['es', 'el fin de la la guerra', 'la la → la'],
    ['pt-BR', 'o fim da da guerra', 'da da → da'],
    ['nl', 'het einde en en het begin', 'en en → en'],
    ['pl', 'rozmowy w w Genewie', 'w w → w'],
    ['cs', 'rozhovory v v Ženevě', 'v v → v'],
    ['uk', 'переговори в в Женеві', 'в в → в'],
    ['ru', 'Переговоры в в Женеве', 'в в → в'],
    ['ro', 'negocierile de de la Geneva', 'de de → de'],
    ['el', 'οι συνομιλίες στη στη Γενεύη', 'στη στη → στη'],
    ['hu', 'a a tárgyalások', 'a a → a'],
    ['sv', 'samtalen och och mötet', 'och och → och'],
    ['fi', 'neuvottelut ja ja kokous', 'ja ja → ja'],
    ['tr', 'görüşmeler ve ve toplantı', 've ve → ve'],
    ['ar', 'المحادثات في في جنيف', 'في في → في'],
    ['fa', 'گفت‌وگوها در در ژنو', 'در در → در'],
    ['he', 'השיחות של של השרים', 'של של → של'],
    ['hi', 'वार्ता में में भाग', 'में में → में'],
    ['ja', '会議をを開く', 'をを → を'],
    ['vi', 'cuộc họp của của bộ trưởng', 'của của → của'],
    ['id', 'pertemuan di di Jenewa', 'di di → di'],
  ])('%s: %s', (locale, text, expected) => {
    expect(find(locale, text)).toEqual(expected === null ? [] : [expected])
  })

  test.each([
    ['en', 'It was very very late.', 'very very → very (doubtful)'],
    ['en', 'the the the end', 'the the the → the (doubtful)'],
    ['da', 'en en til en-grænseflade', 'en en → en (doubtful)'],
    ['zh', '部长的的讲话', '的的 → 的 (doubtful)'],
    ['de', 'die sich sich wiederholenden Muster', 'sich sich → sich (doubtful)'],
    ['es', 'lo que es es', 'es es → es (doubtful)'],
    ['ar', 'أفضل من من يقول', 'من من → من (doubtful)'],
    ['hi', 'और और लोग', 'और और → और (doubtful)'],
    ['de', 'in in Python geschriebenen Anwendungen', 'in in → in (doubtful)'],
    ['it', 'un caso molto molto raro', 'molto molto → molto (doubtful)'],
  ])('is a warning where it may be meant — %s: %s', (locale, text, expected) => {
    expect(find(locale, text)).toEqual([expected])
  })
})

describe('no alarm', () => {
  test.each([
    ['en', 'All that he had had was gone, and he knew that that was it.'],
    ['en', 'She gave her her book. No no, he said. Bye bye!'],
    ['en', 'Boutros Boutros-Ghali met Lang Lang, Duran Duran and Boutros Boutros.'],
    ['en', 'In May may they meet. Will will come. Mark mark my words. the The Hague tribunal'],
    ['en', 'It was, was it? Who is it? It is. Never, never again; again… again'],
    ['en', 'Flights 10 10 and A4 A4, kg 5 5'],
    ['en', 'Paris (Paris) “Paris” Paris: Paris'],
    ['en', 'use `the` the right way, see https://a.example/of of course'],
    ['en', 'the footnote[^1] footnote'],
    ['en', 'Never\\\nnever land'],
    ['en', 'World Wars I I and II II; vitamins A A'],
    ['it', 'Piano piano, quasi quasi, sì sì, così così: se se ne va, via via.'],
    ['fr', 'Nous nous sommes vus, vous vous êtes tus. Il faut faire faire des travaux, tout en en parlant.'],
    [
      'de',
      'Die Frau, die die Tür öffnet; der Mann, der der Frau hilft; dass das das Ende ist. Wenn sie sie sehen, ihnen, die zu zu vielen werden werden.',
    ],
    ['de', 'Wenn Fliegen fliegen, essen Essen'],
    ['es', 'Si si viene, sí sí. Casi casi, poco poco, así así. Para para el tren.'],
    ['pt', 'Se se considerar, logo logo, quase quase.'],
    ['nl', 'De man die die auto kocht; ik weet dat dat zo is; omdat het het beste is; zij hebben haar haar geknipt.'],
    ['sv', 'Är det det vi vill? Han var var dag här, för för många.'],
    ['nb', 'Det er for for mange, og var det det?'],
    ['cs', 'Sešli se se starostou. Je je třeba vidět.'],
    ['pl', 'To to nie jest to, co co roku.'],
    ['ru', 'Чтобы их их родители; да да; всё всё.'],
    ['el', 'Ο φίλος του του έδωσε, σιγά σιγά, η μητέρα της της είπε.'],
    ['hu', 'Az az ember, aki már már elment; alig alig.'],
    ['fi', 'Se se vasta on.'],
    ['tr', 'Yavaş yavaş, sık sık, tek tek, zaman zaman, bir bir.'],
    ['tr', 'İçin için ağladı; göreceksiniz.'],
    ['hu', 'Mind mind, vagy vagy.'],
    ['zh', '以和平为目的的会谈，的的确确，的的喀喀湖'],
    ['ar', 'خطوة خطوة، رويدا رويدا، شيئا شيئا، جدا جدا'],
    ['fa', 'کم کم و رفته رفته'],
    ['he', 'לאט לאט, מעט מעט, יום יום'],
    ['hi', 'धीरे धीरे, कभी कभी, अलग अलग, बार बार'],
    ['bn', 'ধীরে ধীরে'],
    ['ur', 'آہستہ آہستہ، بار بار'],
    ['vi', 'luôn luôn, mãi mãi, ngày ngày'],
    ['id', 'orang orang, hari hari, orang-orang'],
    ['sw', 'haraka haraka, mbali mbali, sana sana'],
    ['de', 'ein ein- oder zweidimensionales Bild'],
    ['da', 'en en- eller todimensionel figur'],
    ['en', 'see main main.hs'],
    ['hms', 'nangd nangd leb leb'],
    ['ko', '하나 하나 조금 조금'],
    ['zh', '人人 人人 天天 的 的'],
    ['ja', 'いろいろ いろいろ、人 人'],
    ['th', 'ต่าง ต่าง ๆ'],
  ])('%s: %s', (locale, text) => {
    expect(find(locale, text)).toEqual([])
  })

  test('for a word that the site allows', () => {
    expect(hitsIn(doubledWord, 'en', 'the wiki wiki bus', { allow: ['wiki'] })).toEqual([])
  })
})
