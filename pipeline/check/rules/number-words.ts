import type { Passage } from '../passage.ts'

/** Words for 1 to 12, in groups parted by `/`; further groups name their number. `*` stands for any ending. Ordinals and words such as "twice" count. */
const tables: Readonly<Record<string, string>> = {
  en: 'one a an first once single/two both second twice double pair couple half twin/three third thrice triple/four fourth quarter*/five fifth/six sixth half-dozen/seven seventh week*/eight eighth/nine ninth/ten tenth decade*/eleven eleventh/twelve twelfth dozen*/13 thirteen*/14 fourteen* fortnight/15 fifteen*/16 sixteen*/17 seventeen*/18 eighteen*/19 nineteen*/20 twent*/30 thirt*/40 fort*/50 fift* half/60 sixt*/70 sevent*/80 eight*/90 ninet*/100 hundred* century centuries/1000 thousand*/1000000 million*/1000000000 billion*',
  it: "un uno una un' prim*/due entramb* second* doppi* mezz* metà coppia bi*/tre terz* tripl*/quattro quart*/cinque quint*/sei sest*/sette settim*/otto ottav*/nove non*/dieci decim* decenni*/undici undicesim*/dodici dodicesim* dozzin*/13 tredic*/14 quattordic*/15 quindic*/16 sedic*/17 diciassett*/18 diciott*/19 diciannov*/20 vent*/30 trent*/40 quarant*/50 cinquant* metà/60 sessant*/70 settant*/80 ottant*/90 novant*/100 cent* secol*/1000 mille mila migliai*/1000000 milion*/1000000000 miliard*",
  fr: 'un une premi* unique/deux second* deuxième* double* moitié demi* paire/trois troisième* tier* triple*/quatre quatrième* quart*/cinq cinquième*/six sixième*/sept septième* semaine*/huit huitième*/neuf neuvième*/dix dixième* décenni*/onze onzième*/douze douzième* douzain*/13 treiz*/14 quatorz*/15 quinz*/16 seiz*/20 vingt*/30 trent*/40 quarant*/50 cinquant* moitié/60 soixant*/80 quatre-vingt*/100 cent* siècle*/1000 mille millier*/1000000 million*/1000000000 milliard*',
  de: 'ein eins eine einen einem einer eines erst* einmal/zwei zweit* beid* zweimal doppel* halb* hälfte paar zwo/drei dritt* dreifach*/vier viert*/fünf fünft*/sechs sechst*/sieben siebt* siebent* woche*/acht achte achter/neun neunt*/zehn zehnt* jahrzehnt*/elf elft*/zwölf zwölft* dutzend*/13 dreizehn*/14 vierzehn*/15 fünfzehn*/16 sechzehn*/17 siebzehn*/18 achtzehn*/19 neunzehn*/20 zwanzig*/30 dreißig* dreissig*/40 vierzig*/50 fünfzig* hälfte/60 sechzig*/70 siebzig*/80 achtzig*/90 neunzig*/100 hundert* jahrhundert*/1000 tausend*/1000000 million*/1000000000 milliard*',
  es: 'un uno una primer*/dos amb* segund* doble* mitad medi* par/tres tercer* tercio* triple*/cuatro cuart*/cinco quint*/seis sext*/siete séptim* semana*/ocho octav*/nueve noven*/diez décim* década* decenio*/once undécim*/doce duodécim* docena*/13 trece/14 catorce/15 quince/16 dieciséis/17 diecisiete/18 dieciocho/19 diecinueve/20 veint*/30 treinta/40 cuarenta/50 cincuenta mitad/60 sesenta/70 setenta/80 ochenta/90 noventa/100 cien* siglo*/1000 mil miles/1000000 mill*/1000000000 millard*',
  pt: 'um uma primeir*/dois duas amb* segund* dobr* duplo metade mei* par/três terceir* terço* tripl*/quatro quart*/cinco quint*/seis meia sext*/sete sétim* semana*/oito oitav*/nove non*/dez décim* década*/onze/doze dúzia*/13 treze/14 catorze quatorze/15 quinze quinzena/16 dezasseis dezesseis/17 dezassete dezessete/18 dezoito/19 dezanove dezenove/20 vinte/30 trinta/40 quarenta/50 cinquenta metade/60 sessenta/70 setenta/80 oitenta/90 noventa/100 cem cent* século*/1000 mil milhar*/1000000 milh*/1000000000 bilh*',
  nl: 'een één eerste eenmaal/twee tweede beide* dubbel* half helft paar/drie derde/vier vierde kwart*/vijf vijfde/zes zesde/zeven zevende week weken/acht achtste/negen negende/tien tiende decennium decennia/elf elfde/twaalf twaalfde dozijn/13 dertien*/14 veertien*/15 vijftien*/16 zestien*/17 zeventien*/18 achttien*/19 negentien*/20 twintig*/30 dertig*/40 veertig*/50 vijftig* helft/60 zestig*/70 zeventig*/80 tachtig*/90 negentig*/100 honderd* eeuw*/1000 duizend*/1000000 miljoen*/1000000000 miljard*',
  sv: 'en ett första/två båda andra dubbel* halv* hälften par/tre tredje/fyra fjärde kvart*/fem femte/sex sjätte/sju sjunde vecka veckor/åtta åttonde/nio nionde/tio tionde decenni*/elva elfte/tolv tolfte dussin/15 femton*/20 tjugo*/30 trettio*/40 fyrtio*/50 femtio* hälften/100 hundra*/1000 tusen*/1000000 miljon*/1000000000 miljard*',
  da: 'en et én ét første/to begge anden andet dobbelt* halv* par/tre tredje/fire fjerde kvart*/fem femte/seks sjette/syv syvende uge*/otte ottende/ni niende/ti tiende årti*/elleve ellevte/tolv tolvte dusin*/15 femten*/20 tyve*/30 tredive*/40 fyrre*/50 halvtreds* halvdelen/100 hundred*/1000 tusind*/1000000 million*/1000000000 milliard*',
  nb: 'en ei et én ett første/to begge andre dobbel* halv* par/tre tredje/fire fjerde kvart*/fem femte/seks sjette/sju syv sjuende uke*/åtte åttende/ni niende/ti tiende tiår*/elleve ellevte/tolv tolvte dusin/15 femten*/20 tjue*/30 tretti*/40 førti*/50 femti* halvparten/100 hundre*/1000 tusen*/1000000 million*/1000000000 milliard*',
  fi: 'yksi yhde* yhte* ensimmäi*/kaksi kahde* kahte* kahta toinen toise* molem* puole* puoli/kolme* kolmas kolman*/neljä* neljän* neljäs neljänne*/viisi viide* viite* viittä viides/kuusi kuude* kuute* kuutta/seitsemän* seitsemä* viikko* viikon/kahdeksan* kahdeksa*/yhdeksän* yhdeksä*/kymmenen* kymmene* vuosikymmen*/yksitoista/kaksitoista tusina*/100 sata* sada*/1000 tuhat* tuhan*/1000000 miljoon*/1000000000 miljard*',
  pl: 'jeden jedn* pierwsz* raz/dwa dwie dwóch dwu* dwoma dwaj dwoje drug* oba obie podwójn* pół* połow* para/trzy trzech trzem trzej troje trzec*/cztery czterech czterem czwart* kwart*/pięć pięci* piąt*/sześć sześci* szóst*/siedem siedmi* siódm* tydzień tygodni*/osiem ośmi* ósm*/dziewięć dziewięci* dziewiąt*/dziesięć dziesięci* dziesiąt* dekad*/jedenaście jedenast*/dwanaście dwunast* tuzin*/15 piętna*/20 dwadzieścia/50 pięćdziesiąt połow*/100 sto stu setk* wiek*/1000 tysi*/1000000 milion*/1000000000 miliard*',
  cs: 'jeden jedn* první* jednou/dva dvě dvou dvěma druh* ob* dvojn* půl* polovin* pár/tři tří třem třemi třet*/čtyři čtyř* čtvrt*/pět pěti pát*/šest šesti šest*/sedm sedmi sedm* týden týdn*/osm osmi osm*/devět devíti devát*/deset deseti desát* desetilet* dekád*/jedenáct* /dvanáct* tucet/20 dvacet*/50 padesát* polovin*/100 sto stovk* stolet*/1000 tisíc*/1000000 milion*/1000000000 miliard*',
  sk: 'jeden jedn* prv*/dva dve dvoch dvaja dvom druh* ob* polovic* pol* pár/tri troch tromi traja tret*/štyri štyroch štyr* štvrt*/päť piat*/šesť šiest*/sedem siedm* týždeň týždň*/osem ôsm*/deväť deviat*/desať desiat* desaťroč*/jedenásť*/dvanásť* tucet/20 dvadsať*/50 päťdesiat* polovic*/100 sto stovk* storoč*/1000 tisíc*/1000000 milión*/1000000000 miliard*',
  ru: 'один одн* перв* раз/два две двух двум* двое двойн* втор* оба обе* пол* половин* пар*/три трёх трех трем* трое трет*/четыре четыр* четверт* кварт*/пять пяти пят*/шесть шести шест*/семь семи седьм* недел*/восемь восьми восьм*/девять девяти девят*/десять десяти десят*/одиннадцат*/двенадцат* дюжин*/15 пятнадцат*/20 двадцат*/30 тридцат*/50 пятьдесят* половин*/100 сто ста сот* век* столет*/1000 тысяч*/1000000 миллион*/1000000000 миллиард*',
  uk: "один одн* перш* раз/два дві двох двом* двоє подвійн* друг* обидв* пів* половин* пар*/три трьох трьом* троє трет*/чотири чотир* четверт* кварт*/п’ять п’яти п’ят* пʼят* п'ят*/шість шести шост*/сім семи сьом* тижд* тижн*/вісім восьми восьм*/дев’ят* девʼят* дев'ят*/десять десяти десят*/одинадцят*/дванадцят* дюжин*/15 п’ятнадцят*/20 двадцят*/50 п’ятдесят* половин*/100 сто ста сот* столітт*/1000 тисяч*/1000000 мільйон*/1000000000 мільярд*",
  ro: 'un o una unu prim*/doi două ambele ambii al doilea dubl* jumătate pereche/trei treia tripl*/patru patra sfert* trimestru*/cinci cincea/șase șasea/șapte șaptea săptămân*/opt opta/nouă noua/zece zecea deceni*/unsprezece/doisprezece douăsprezece/20 douăzeci/50 cincizeci jumătate/100 sut* secol*/1000 mie mii/1000000 milion*/1000000000 miliard*',
  hu: 'egy* első*/két* kettő* második* mindkét* dupla* fél* fele* pár*/három* harmadik* harmad*/négy* negyed*/öt öt*/hat hat*/hét hét* hetedik* /nyolc*/kilenc*/tíz* tiz* évtized*/tizenegy*/tizenkét* tizenkettő* tucat*/20 húsz*/50 ötven* fele*/100 száz* évszázad*/1000 ezer*/1000000 millió*/1000000000 milliárd*',
  el: 'ένα ένας μία μια έναν ενός πρώτ*/δύο δυο δεύτερ* διπλ* μισ* ημι* και-οι-δύο ζευγάρι/τρεις τρία τριών τρίτ* τριπλ*/τέσσερ* τεσσάρων τέταρτ*/πέντε πέμπτ*/έξι έκτ*/επτά εφτά έβδομ* εβδομάδ*/οκτώ οχτώ όγδο*/εννέα εννιά ένατ*/δέκα δέκατ* δεκαετί*/έντεκα ενδέκατ*/δώδεκα δωδέκατ* ντουζίν*/20 είκοσι/50 πενήντα μισ*/100 εκατ* αιών*/1000 χίλι* χιλιάδ*/1000000 εκατομμύρι*/1000000000 δισεκατομμύρι*',
  tr: 'bir* ilk*/iki* ikinci* her-iki çift* yarı* yarım*/üç* üçüncü*/dört* dördüncü* çeyrek*/beş*/altı*/yedi* hafta*/sekiz*/dokuz*/on onun onlu* onuncu* on-yıl*/onbir*/oniki* düzine*/20 yirmi*/50 elli* yarı*/100 yüz* yüzyıl*/1000 bin*/1000000 milyon*/1000000000 milyar*',
  ar: 'واحد* واحدة أحد* إحدى أول* الأول* الأولى مرة/اثن* اثنان اثنين اثنتين ثان* الثان* نصف كلا كلتا زوج مرتين *ين *ان/ثلاث* ثالث* الثالث* ثلث/أربع* رابع* الرابع* ربع/خمس* خامس* الخامس*/ست* سادس* السادس*/سبع* سابع* السابع* أسبوع*/ثمان* ثامن* الثامن*/تسع* تاسع* التاسع*/عشر* عاشر* العاشر* عقد*/أحد-عشر/اثني اثنا اثنتي/20 عشرين عشرون/50 خمسين خمسون نصف/100 مئة مائة مئات قرن*/1000 ألف آلاف/1000000 مليون* ملايين/1000000000 مليار*',
  fa: 'یک* اول* نخست* نخستین/دو دوم* هردو دوبار نیم* نصف جفت/سه سوم*/چهار* ربع/پنج*/شش*/هفت* هفته*/هشت*/نه نهم*/ده دهم* دهه*/یازده*/دوازده*/20 بیست*/50 پنجاه* نیم*/100 صد* قرن*/1000 هزار*/1000000 میلیون*/1000000000 میلیارد*',
  he: 'אחד אחת ראשון ראשונה הראשון הראשונה/שני שתי שניים שתיים השני השנייה חצי כפול זוג *יים/שלוש* שלושה שליש*/ארבע* רבע* רביעי*/חמש* חמיש*/שש* שיש* שישה/שבע* שביע* שבוע*/שמונה* שמינ*/תשע* תשיע*/עשר* עשיר* עשור*/אחד-עשר/שנים-עשר תריסר/20 עשרים/50 חמישים חצי מחצית/100 מאה מאות/1000 אלף אלפים אלפי/1000000 מיליון*/1000000000 מיליארד*',
  zh: '一 壹 首 单 第一/二 两 兩 双 雙 倍 半 贰/三/四 季/五/六/七 周 星期/八/九/十/十一/十二 打/50 半/100 百 世纪 世紀/1000 千/10000 万/1000000 百万/100000000 亿 億',
  ja: '一 壱 初 ひとつ 一つ/二 二つ ふたつ 両 倍 半 双/三 三つ みっつ/四 四つ よっつ 四半期/五 五つ いつつ/六 六つ/七 七つ 週/八 八つ/九 九つ/十 とお/十一/十二 ダース/20 二十 はたち/50 半/100 百 世紀/1000 千/10000 万/100000000 億',
  ko: '하나 한 일 첫/둘 두 이 양 반 배 쌍/셋 세 삼 석/넷 네 사 분기/다섯 오/여섯 육/일곱 칠 주/여덟 팔/아홉 구/열 십/열하나 열한/열둘 열두/20 스물 스무/50 쉰 반 절반/100 백 세기/1000 천/10000 만/100000000 억',
}

const unspaced = new Set(['zh', 'ja', 'ko'])

interface Entry {
  readonly value: number
  readonly word: string
  readonly match: 'whole' | 'start' | 'end'
}

const compiled = new Map(Object.entries(tables).map(([language, table]) => [language, entries(table)]))

function entries(table: string): Entry[] {
  return table.split('/').flatMap((group, index) => {
    const words = group.split(' ').filter((word) => word !== '')
    const value = index < 12 ? index + 1 : Number(words.shift())
    return words.map((word) => ({
      value,
      word: word.replaceAll('*', ''),
      match: word.startsWith('*') ? 'end' : word.endsWith('*') ? 'start' : 'whole',
    }))
  })
}

export function knowsNumberWords(language: string): boolean {
  return compiled.has(language)
}

/** The numbers that the passage's words may name: rather too many than too few. */
export function numbersInWords({ words, language }: Passage): number[] {
  const known = compiled.get(language)
  if (known === undefined) return []
  if (unspaced.has(language)) return known.filter(({ word }) => words.includes(word)).map(({ value }) => value)
  const tokens = new Set(words.toLowerCase().match(/[\p{L}\p{M}]+(?:[’'ʼ-][\p{L}\p{M}]+)*/gu))
  for (const token of [...tokens]) for (const part of token.split(/[’'ʼ-]/)) tokens.add(part)
  const found = new Set<number>()
  for (const { value, word, match } of known) {
    if (found.has(value)) continue
    if (
      match === 'whole'
        ? tokens.has(word)
        : tokens.values().some((token) => (match === 'start' ? token.startsWith(word) : token.endsWith(word)))
    )
      found.add(value)
  }
  return [...found]
}
