import type { Passage } from '../passage.ts'

/** Units as written everywhere, capitals included; what may be two things has both. */
const symbols: Readonly<Record<string, string>> = {
  'km/h': 'km/h',
  kmh: 'km/h',
  'км/ч': 'km/h',
  'км/год': 'km/h',
  mph: 'mph',
  'm/s': 'm/s',
  'м/с': 'm/s',
  km: 'kilometre',
  км: 'kilometre',
  cm: 'centimetre',
  см: 'centimetre',
  mm: 'millimetre',
  мм: 'millimetre',
  ft: 'foot',
  kg: 'kilogram',
  кг: 'kilogram',
  mg: 'milligram',
  мг: 'milligram',
  ml: 'millilitre',
  мл: 'millilitre',
  ha: 'hectare',
  га: 'hectare',
  'km²': 'km²',
  km2: 'km²',
  'км²': 'km²',
  'm²': 'm²',
  m2: 'm²',
  'м²': 'm²',
  'm³': 'm³',
  m3: 'm³',
  'м³': 'm³',
  '°C': 'celsius',
  '°F': 'fahrenheit',
  '%': 'percent',
  '٪': 'percent',
  '‰': 'permille',
  kW: 'kilowatt',
  кВт: 'kilowatt',
  MW: 'megawatt',
  МВт: 'megawatt',
  GW: 'gigawatt',
  ГВт: 'gigawatt',
  kWh: 'kilowatt-hour',
  MWh: 'megawatt-hour',
  GWh: 'gigawatt-hour',
  TWh: 'terawatt-hour',
  Hz: 'hertz',
  kHz: 'kilohertz',
  MHz: 'megahertz',
  GHz: 'gigahertz',
  kB: 'kilobyte',
  KB: 'kilobyte',
  Ko: 'kilobyte',
  ko: 'kilobyte',
  MB: 'megabyte',
  Mo: 'megabyte',
  GB: 'gigabyte',
  Go: 'gigabyte',
  TB: 'terabyte',
  To: 'terabyte',
  '€': 'euro',
  EUR: 'euro',
  $: 'dollar',
  US$: 'dollar',
  USD: 'dollar',
  '£': 'sterling',
  GBP: 'sterling',
  CHF: 'franc',
  '¥': 'yen yuan',
}

/** Words that many languages write alike. */
const shared =
  'pound lb lbs/dollar dollar* dolar* dólar* dòlar* dolár* us-dollar* доллар* долар* δολάρι* دولار* دلار* דולר* डॉलर* 美元 ドル 달러/euro euro* eura eur eiro* evra евро* євро* еўра ευρώ يورو یورو אירו यूरो 欧元 歐元 ユーロ 유로/yen yen yens jen jenu jenů иен* єн* ین ין येन 日元 日圓 円 엔/yuan yuan* юан* 人民币 人民幣/rouble rubl* rouble* rublo* рубл* ρούβλι* روبل* 卢布 ルーブル/megawatt megawatt* мегават*/gigawatt gigawatt* гигават* гігават*/kilowatt kilowatt* киловат* кіловат*'

/** Words for units of time, length, weight and area; `*` stands for any ending, groups are parted by `/` and begin with what they name. */
const tables: Readonly<Record<string, string>> = {
  en: 'percent percent* per-cent/minute minute*/hour hour*/day day days/week week*/month month*/year year years/millimetre millimet*/centimetre centimet*/metre metre metres meter meters/kilometre kilomet*/mile+nautical mile miles/gram gram grams gramme*/kilogram kilogram* kilo kilos/tonne tonne*/litre litre* liter*/hectare hectare*/sterling+pound pound*/foot foot feet/inch inch inches/yard yard yards',
  it: 'percent per-cento/minute minuto minuti/hour ora ore/day giorn*/week settiman*/month mese mesi mensilità/year anno anni/millimetre millimetr*/centimetre centimetr*/metre metro metri/kilometre chilometr*/mile+nautical miglio miglia/gram grammo grammi/kilogram chilogramm* chilo chili/tonne tonnellat*/litre litro litri/hectare ettar*/pound libbra libbre/sterling sterlin*/foot piede piedi/inch pollice pollici/yard iarda iarde',
  fr: 'percent pour-cent/minute minute*/hour heure*/day jour jours journée*/week semaine*/month mois/year an ans année*/millimetre millimètre*/centimetre centimètre*/metre mètre*/kilometre kilomètre*/mile+nautical mile miles mille milles/gram gramme*/kilogram kilogramme* kilo kilos/tonne tonne*/litre litre*/hectare hectare*/sterling+pound livre*/foot pied pieds/inch pouce pouces/yard yard yards',
  de: 'percent prozent*/minute minute* minütig*/hour stunde* stündig*/day tag tage tagen tages tägig*/week woche* wöchig*/month monat*/year jahr jahre jahren jahres jährig*/millimetre millimeter*/centimetre zentimeter*/metre meter metern meters/kilometre kilometer*/mile+nautical meile*/gram gramm/kilogram kilogramm* kilo/tonne tonne tonnen/litre liter*/hectare hektar*/sterling+pound pfund*/foot fuß fuss/inch zoll/yard yard yards',
  es: 'percent por-ciento/minute minuto*/hour hora horas/day día días jornada*/week semana*/month mes meses/year año años/millimetre milímetro*/centimetre centímetro*/metre metro metros/kilometre kilómetro*/mile+nautical milla*/gram gramo*/kilogram kilogramo* kilo kilos/tonne tonelada*/litre litro*/hectare hectárea*/sterling+pound libra*/foot pie pies/inch pulgada*/yard yarda*',
  pt: 'percent por-cento/minute minuto*/hour hora horas/day dia dias/week semana*/month mês meses/year ano anos/millimetre milímetro*/centimetre centímetro*/metre metro metros/kilometre quilômetro* quilómetro*/mile+nautical milha*/gram grama*/kilogram quilograma* quilo quilos/tonne tonelada*/litre litro*/hectare hectare*/sterling+pound libra*/foot pé pés/inch polegada*/yard jarda*',
  ca: 'percent per-cent/minute minut*/hour hora hores/day dia dies/week setman*/month mes mesos/year any anys/metre metre*/kilometre quilòmetre*/mile+nautical milla milles/kilogram quilo quilos quilogram*/tonne ton* /litre litre*',
  nl: 'percent procent*/minute minuut minuten/hour uur uren/day dag dagen/week week weken/month maand*/year jaar jaren/millimetre millimeter*/centimetre centimeter*/metre meter meters/kilometre kilometer*/mile+nautical mijl mijlen/gram gram/kilogram kilogram* kilo/tonne ton/litre liter*/hectare hectare*/sterling+pound pond*/foot voet/inch inch inches duim/yard yard yards',
  sv: 'percent procent*/minute minut*/hour timme timmar timmars/day dag dagar dagars dygn*/week veck*/month månad*/year år års/metre meter*/kilometre kilometer*/mile+nautical mile miles/kilogram kilogram* kilo kilon/tonne ton/litre liter*/hectare hektar*/sterling+pound pund*/foot fot/inch tum/yard yard yards',
  da: 'percent procent*/minute minut*/hour time timer timers/day dag dage dages døgn*/week uge uger ugers/month måned*/year år års/metre meter*/kilometre kilometer*/mile+nautical mile miles/kilogram kilogram* kilo/tonne ton tons/litre liter*/hectare hektar*/sterling+pound pund*',
  nb: 'percent prosent*/minute minutt*/hour time timer timers/day dag dager dagers døgn*/week uke uker ukers/month måned*/year år års/metre meter*/kilometre kilometer*/kilogram kilogram* kilo/tonne tonn/litre liter*/hectare hektar*/sterling+pound pund*',
  fi: 'percent prosent*/minute minuut*/hour tunti* tunni* tuntia/day päivä* vuorokau*/week viikko* viiko*/month kuukau*/year vuosi* vuot* vuode*/metre metri* metriä/kilometre kilometr*/mile+nautical maili*/kilogram kilogramm* kilo kiloa/tonne tonni*/litre litra*/hectare hehtaari*/sterling+pound puntaa punta*',
  pl: 'percent procen*/minute minut*/hour godzin*/day dzień dni dnia dniach/week tydzień tygodni*/month miesi*/year rok roku lata lat latach/millimetre milimetr*/centimetre centymetr*/metre metr metra metry metrów/kilometre kilometr*/mile+nautical mila mile mil mili/gram gram grama gramy gramów/kilogram kilogram* kilo/tonne tona tony ton/litre litr*/hectare hektar*/sterling+pound funt*/foot stopa stopy stóp stopach/inch cal cala cale cali/yard jard*',
  cs: 'percent procent*/minute minut*/hour hodin*/day den dny dnů dne dní dnech/week týden týdn*/month měsíc*/year rok roku roky let letech/metre metr metru metry metrů/kilometre kilometr*/mile+nautical míle mil mílí/kilogram kilogram* kilo kil/tonne tuna tuny tun/litre litr*/hectare hektar*/sterling+pound libra libry liber',
  sk: 'percent percent*/minute minút*/hour hodin* hodín/day deň dni dní dňa dňoch/week týžd*/month mesiac*/year rok roka roky rokov rokoch/metre meter metra metre metrov/kilometre kilomet*/mile+nautical míľa míle míľ/kilogram kilogram* kilo kíl/tonne tona tony ton/litre liter litra litre litrov/hectare hektár*/sterling+pound libra libry libier',
  hr: 'percent post*/minute minut*/hour sat sata sati/day dan dana dani/week tjedan tjedn*/month mjesec*/year godin*/metre metar metra metara/kilometre kilomet*/mile+nautical milj*/kilogram kilogram* kilo*/tonne tona tone/litre litra litre litara/hectare hektar*/sterling+pound funt*',
  ru: 'percent процент*/minute минут*/hour час часа часов часам/day день дня дней дням сутки суток/week недел*/month месяц*/year год года лет годам/millimetre миллиметр*/centimetre сантиметр*/metre метр метра метров/kilometre километр*/mile+nautical миля мили миль/gram грамм*/kilogram килограмм* кило/tonne тонн*/litre литр*/hectare гектар*/sterling+pound фунт*/foot фут*/inch дюйм*/yard ярд*',
  uk: 'percent відсот*/minute хвилин*/hour годин*/day день дні днів дня доба доби діб/week тиждень тижн*/month місяц*/year рік роки років року/millimetre міліметр*/centimetre сантиметр*/metre метр метра метри метрів/kilometre кілометр*/mile+nautical миля милі миль/gram грам*/kilogram кілограм* кіло/tonne тонн*/litre літр*/hectare гектар*/sterling+pound фунт*/foot фут*/inch дюйм*/yard ярд*',
  bg: 'percent процент*/minute минут*/hour час часа/day ден дни дена/week седмиц*/month месец*/year годин*/metre метър метра метри/kilometre километ*/mile+nautical миля мили/kilogram килограм* кило/tonne тон тона тонове/litre литър литра/hectare хектар*/sterling+pound паунд* лири',
  ro: 'percent la-sută/minute minut minute/hour oră ore/day zi zile/week săptămân*/month lună luni/year an ani/metre metru metri/kilometre kilometr*/mile+nautical milă mile/kilogram kilogram* kilo/tonne tonă tone/litre litru litri/hectare hectar*/sterling+pound lire livre',
  hu: 'percent százalék*/minute perc*/hour óra* órá*/day nap napja napig napot napon napos/week hét hete heti hetes hétig/month hónap*/year év éve évig évet éves évvel/metre méter* métert/kilometre kilométer*/mile+nautical mérföld*/kilogram kilogramm* kiló*/tonne tonna tonná*/litre liter*/hectare hektár*/sterling+pound font*',
  el: 'percent τοις-εκατό/minute λεπτά λεπτό λεπτών/hour ώρα ώρες ωρών/day ημέρ* μέρα μέρες/week εβδομάδ*/month μήνα μήνας μήνες μηνών/year έτος έτη ετών χρόνια χρόνος χρόνο χρόνων/metre μέτρα μέτρο μέτρων/kilometre χιλιόμετρ* χιλιομέτρ*/mile+nautical μίλι μίλια μιλίων/kilogram κιλά κιλό κιλών χιλιόγραμμ*/tonne τόνο τόνοι τόνους τόνων/litre λίτρ*/hectare εκτάρι* στρέμματα/sterling λίρα λίρες λιρών στερλίνες',
  tr: 'percent yüzde*/minute dakika*/hour saat*/day gün günde günden güne günlük gündür gününü/week hafta*/month ay ayda aydan aylık aydır/year yıl yılda yıldan yıllık yıldır yaşında sene/metre metre*/kilometre kilometre*/mile+nautical mil millik/kilogram kilogram* kilo kiloluk/tonne ton tonluk/litre litre*/hectare hektar*/sterling sterlin*',
  id: 'percent persen/minute menit/hour jam/day hari/week minggu pekan/month bulan/year tahun/metre meter/kilometre kilometer/mile+nautical mil/kilogram kilogram kilo/tonne ton/litre liter/hectare hektare hektar',
  ar: 'percent بالمائة بالمئة في-المئة في-المائة/minute دقيقة دقيقتان دقائق/hour ساعة ساعات/day يوم أيام يومًا يوما/week أسبوع أسابيع أسبوعًا أسبوعا/month شهر أشهر شهور شهرًا شهرا/year سنة سنوات عام أعوام عامًا عاما/metre متر أمتار مترًا مترا/kilometre كيلومتر كيلومترات كيلومترًا كيلومترا كم/mile+nautical ميل أميال ميلًا ميلا/kilogram كيلوغرام كيلوغرامات كيلوغرامًا كيلو/tonne طن أطنان طنًا طنا/litre لتر لترات/hectare هكتار هكتارات/sterling جنيه جنيهات',
  fa: 'percent درصد/minute دقیقه/hour ساعت/day روز/week هفته/month ماه/year سال/metre متر/kilometre کیلومتر/mile+nautical مایل/kilogram کیلوگرم کیلو/tonne تن/litre لیتر/hectare هکتار/sterling+pound پوند',
  he: 'percent אחוז אחוזים/minute דקה דקות/hour שעה שעות/day יום ימים/week שבוע שבועות/month חודש חודשים/year שנה שנים/metre מטר מטרים/kilometre קילומטר קילומטרים ק״מ/mile+nautical מייל מיילים/kilogram קילוגרם ק״ג קילו/tonne טון טונות/litre ליטר ליטרים',
  zh: 'minute 分钟 分鐘/hour 小时 小時 个小时/day 天 日/week 周 週 星期 个星期 个礼拜/month 个月 個月/year 年 岁/millimetre 毫米/centimetre 厘米/metre 米/kilometre 公里 千米/mile 英里/nautical 海里/gram 克/kilogram 公斤 千克/tonne 吨 噸/litre 升/hectare 公顷/sterling 英镑 英鎊',
  ja: 'percent パーセント/minute 分間 分/hour 時間/day 日間 日/week 週間 週/month か月 ヶ月 カ月 ヵ月 箇月/year 年間 年 歳/millimetre ミリメートル ミリ/centimetre センチメートル センチ/metre メートル/kilometre キロメートル/kilometre+kilogram キロ/mile+nautical マイル/gram グラム/kilogram キログラム/tonne トン/litre リットル/hectare ヘクタール/sterling+pound ポンド',
  ko: 'percent 퍼센트/minute 분/hour 시간/day 일/week 주/month 개월 달/year 년 세/metre 미터/kilometre 킬로미터/mile+nautical 마일/kilogram 킬로그램/tonne 톤/litre 리터/hectare 헥타르/sterling+pound 파운드',
}

/** A unit behind or before a number. */
export interface ReadUnit {
  /** What it may mean. */
  readonly ids: ReadonlySet<string>
  readonly isSymbol: boolean
  /** In the passage's words. */
  readonly start: number
  readonly end: number
}

interface Entry {
  readonly name: string
  readonly ids: readonly string[]
  readonly open: boolean
}

const everywhere = entries(shared)
const compiled = new Map(
  Object.entries(tables).map(([language, table]) => [language, [...entries(table), ...everywhere].sort(longestFirst)]),
)
const unspaced = new Set(['zh', 'ja', 'ko'])

function entries(table: string): Entry[] {
  return table.split('/').flatMap((group) => {
    const [ids = '', ...words] = group.trim().split(' ')
    return words.map((word) => ({ name: word.replace('*', ''), ids: ids.split('+'), open: word.endsWith('*') }))
  })
}

function longestFirst(a: Entry, b: Entry): number {
  return b.name.length - a.name.length
}

const behind =
  /[\s-]{0,2}(?:(?:de|di|of|d)[\s’'])?(?:(?:US|U\.S\.)[ -])?((?:US)?[$€£¥%٪‰]|°\s?[CF]|\p{L}[\p{L}\p{M}\u200C״²³'’]*(?:\/\p{L}+|[ -](?:cento|cent|ciento|cientos|sută|εκατό|المئة|المائة)(?!\p{L}))?[23]?)/uy
const before = /(US\$|[$€£¥%٪])\s?$/u

/** The unit of the number that stands from `start` to `end`; null where none is known there. */
export function unitAt({ words, language }: Passage, start: number, end: number): ReadUnit | null {
  const sign = before.exec(words.slice(Math.max(0, start - 5), start))
  if (sign !== null) return found(symbols[sign[1] ?? ''] ?? '', true, start - sign[0].length, start)
  behind.lastIndex = end
  const token = behind.exec(words)?.[1]
  if (token === undefined) return null
  const last = behind.lastIndex
  const from = last - token.length
  const symbol = symbols[token.replace(/\s/g, '')]
  if (symbol !== undefined) return found(symbol, true, from, last)
  const plain = token.toLowerCase().replace(/\s/g, '-')
  const entry = compiled.get(language)?.find(({ name, open }) => (open || unspaced.has(language) ? plain.startsWith(name) : plain === name))
  return entry === undefined ? null : found(entry.ids.join(' '), false, from, unspaced.has(language) ? from + entry.name.length : last)
}

function found(ids: string, isSymbol: boolean, start: number, end: number): ReadUnit {
  return { ids: new Set(ids.split(' ')), isSymbol, start, end }
}
