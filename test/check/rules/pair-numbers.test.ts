import { describe, expect, test } from 'vitest'
import { changedDate } from '../../../pipeline/check/rules/changed-date.ts'
import { changedUnit } from '../../../pipeline/check/rules/changed-unit.ts'
import { hitsBetween } from '../sample.ts'

describe('a changed date', () => {
  test.each([
    ['en', 'On July 25 they met.', 'fr', 'Le 25 août', ['août → juillet']],
    ['en', 'On 25 July 2025', 'de', 'am 25. August 2025', ['August → Juli']],
    ['en', 'in July 2025', 'uk', 'у серпні 2025', ['серпні → липня']],
    ['en', 'on Monday', 'zh', '星期二', ['星期二 → 星期一']],
    ['en', 'on 5 May', 'ar', 'في 5 يونيو', ['يونيو → مايو']],
    ['en', 'On 25 July 2025', 'ja', '2025年8月25日', ['8 → 7']],
    ['en', 'On 25 July', 'he', 'ב-25 באוגוסט', ['אוגוסט → יולי']],
    ['en', 'On 25 July', 'ru', '25 августа', ['августа → июля']],
    ['en', 'On 25 July', 'tr', '25 Ağustos’ta', ['Ağustos → Temmuz']],
    ['en', 'On 25 July', 'hu', 'augusztus 25-én', ['augusztus → július']],
    ['en', 'On 25 July', 'fa', '۲۵ اوت', ['اوت → ژوئیه']],
    ['zh', '2025年8月25日', 'en', '25 July 2025', ['July → August']],
    ['en', 'From 3 May to 4 June', 'it', 'Dal 3 marzo al 4 aprile', ['marzo → maggio', 'aprile → giugno']],
    ['en', 'On Monday and Friday', 'it', 'Martedì e venerdì', ['Martedì → lunedì']],
  ])('%s “%s”, %s “%s”', (from, source, to, translation, expected) => {
    expect(hitsBetween(changedDate, [from, source], [to, translation])).toEqual(expected)
  })

  test.each([
    ['en', 'On 25 July they met, in May nobody.', 'it', 'Il 25 luglio si sono incontrati.'],
    ['en', 'On 25 July', 'de', 'am 25.7.'],
    ['en', '25/07/2025', 'es', '25 de julio de 2025'],
    ['en', 'They may 5 times march 7 miles.', 'es', 'Pueden 5 veces andar 7 millas en agosto.'],
    ['en', 'On 25 July', 'ar', '٢٥ تموز'],
    ['en', 'On 25 July 2025', 'fa', '۲۵ ژوئیهٔ ۲۰۲۵'],
    ['en', 'On 16 July 2025', 'fa', '۲۵ تیر ۱۴۰۴'],
    ['en', 'On Thursday', 'pt', 'na quinta'],
    ['en', 'On Wednesday', 'ru', 'в среду'],
    ['en', 'On Monday', 'ro', 'luni'],
    ['en', 'In three months', 'ro', 'peste trei luni'],
    ['en', 'On Wednesday', 'cs', 've středu'],
    ['en', 'On 25 July', 'he', 'ב-25 ביולי'],
    ['en', 'On 25 July 2025', 'ko', '2025년 7월 25일'],
    ['en', 'On Monday', 'it', 'ieri'],
    ['en', 'On Monday', 'sw', 'Jumanne'],
  ])('no alarm: %s “%s”, %s “%s”', (from, source, to, translation) => {
    expect(hitsBetween(changedDate, [from, source], [to, translation])).toEqual([])
  })
})

describe('a changed unit', () => {
  test.each([
    ['en', 'at 30 km/h', 'it', 'a 30 km', ['km → km/h']],
    ['en', 'After 41 days', 'it', 'Dopo 41 settimane', ['settimane → ?']],
    ['en', '5 million euros', 'fr', '5 millions de dollars', ['dollars → ?']],
    ['en', '20 °C', 'de', '20 °F', ['°F → °C']],
    ['en', '408.6 kg of uranium', 'it', '408,6 libbre di uranio', ['libbre → ?']],
    ['it', '408,6 kg di uranio', 'en', '408.6 lb of uranium', ['lb → ?']],
    ['en', '3 weeks', 'uk', '3 місяці', ['місяці → ?']],
    ['en', '12 hours', 'ja', '12日', ['日 → ?']],
    ['en', '12 hours', 'ar', '12 يومًا', ['يومًا → ?']],
    ['en', '$5bn', 'ru', '5 млрд евро', ['евро → ?']],
    ['en', '60 per cent', 'pl', '60 lat', ['lat → ?']],
    ['it', '€5', 'en', '$5', ['$ → €']],
  ])('%s “%s”, %s “%s”', (from, source, to, translation, expected) => {
    expect(hitsBetween(changedUnit, [from, source], [to, translation])).toEqual(expected)
  })

  test.each([
    ['en', 'at 30 km/h', 'zh', '时速30公里'],
    ['en', 'at 30 km/h', 'de', '30 Kilometer pro Stunde'],
    ['en', 'After 41 days', 'de', 'Nach 41 Tagen'],
    ['en', '60 per cent of 5 pounds', 'fr', '60 % de 5 livres'],
    ['en', '$5', 'zh', '5美元'],
    ['en', '5 nautical miles', 'it', '5 miglia nautiche'],
    ['en', 'the old 3 miles', 'zh', '过去的3海里'],
    ['en', '60%', 'tr', '%60'],
    ['en', '60 per cent', 'ro', '60 la sută'],
    ['en', '12 miles', 'de', '19 km'],
    ['en', '24 hours, 24 days', 'it', '24 giorni, 24 ore'],
    ['en', 'at 6 pm', 'fr', 'à 18 heures'],
    ['en', '5 boats', 'it', '5 giorni'],
    ['en', '£5m', 'es', '5 millones de libras'],
  ])('no alarm: %s “%s”, %s “%s”', (from, source, to, translation) => {
    expect(hitsBetween(changedUnit, [from, source], [to, translation])).toEqual([])
  })
})
