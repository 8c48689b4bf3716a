import { lazily } from '../../model/lazily.ts'

/** Twelve months, parted by `/`, with all the ways to write each; `*` stands for any ending. Declined forms share a stem. */
const months: Readonly<Record<string, string>> = {
  en: 'january jan/february feb/march mar/april apr/may/june jun/july jul/august aug/september sept sep/october oct/november nov/december dec',
  it: 'gennaio gen/febbraio feb/marzo/aprile apr/maggio mag/giugno giu/luglio lug/agosto ago/settembre set sett/ottobre ott/novembre nov/dicembre dic',
  fr: 'janvier janv/février févr/mars/avril avr/mai/juin/juillet juil/août aout/septembre sept/octobre oct/novembre nov/décembre déc',
  de: 'januar* jänner* jan/februar* feber* feb/märz*/april* apr/mai/juni*/juli*/august*/september* sept/oktober* okt/november* nov/dezember* dez',
  es: 'enero ene/febrero feb/marzo mar/abril abr/mayo may/junio jun/julio jul/agosto ago/septiembre setiembre sept/octubre oct/noviembre nov/diciembre dic',
  pt: 'janeiro jan/fevereiro fev/março mar/abril abr/maio mai/junho jun/julho jul/agosto ago/setembro set/outubro out/novembro nov/dezembro dez',
  ca: 'gener/febrer/març/abril/maig/juny/juliol/agost/setembre/octubre/novembre/desembre',
  gl: 'xaneiro/febreiro/marzo/abril/maio/xuño/xullo/agosto/setembro/outubro/novembro/decembro',
  nl: 'januari jan/februari feb/maart mrt/april apr/mei/juni jun/juli jul/augustus aug/september sept/oktober okt/november nov/december dec',
  sv: 'januari* jan/februari* feb/mars/april* apr/maj/juni*/juli*/augusti* aug/september* sept/oktober* okt/november* nov/december* dec',
  da: 'januar* jan/februar* feb/marts/april* apr/maj/juni*/juli*/august* aug/september* sept/oktober* okt/november* nov/december* dec',
  nb: 'januar* jan/februar* feb/mars/april* apr/mai/juni*/juli*/august* aug/september* sept/oktober* okt/november* nov/desember* des',
  nn: 'januar*/februar*/mars/april*/mai/juni*/juli*/august*/september*/oktober*/november*/desember*',
  fi: 'tammikuu*/helmikuu*/maaliskuu*/huhtikuu*/toukokuu*/kesäkuu*/heinäkuu*/elokuu*/syyskuu*/lokakuu*/marraskuu*/joulukuu*',
  et: 'jaanuar*/veebruar*/märts*/aprill*/mai mais/juuni*/juuli*/august*/septemb*/oktoob*/novemb*/detsemb*',
  lv: 'janvār*/februār*/mart*/aprīl*/maij*/jūnij*/jūlij*/august*/septembr*/oktobr*/novembr*/decembr*',
  lt: 'saus*/vasar*/kov*/baland*/geguž*/birž*/liep*/rugpj*/rugsė*/spal*/lapkri*/gruod*',
  pl: 'stycz*/lut*/marzec marc*/kwiecień kwiet*/maj maja maju/czerwiec czerwc*/lipiec lipc*/sierpień sierp*/wrzesień wrześ*/październik*/listopad*/grudzień grud*',
  cs: 'leden ledn*/únor*/březen březn*/duben dubn*/květen květn*/červen června červnu/červenec července červenci/srpen srpn*/září/říjen říjn*/listopad*/prosinec prosinc*',
  sk: 'január*/február*/marec marc*/apríl*/máj mája máji/jún júna júni/júl júla júli/august*/septemb*/októb*/novemb*/decemb*',
  sl: 'januar*/februar*/marec marc*/april*/maj maja maju/junij*/julij*/avgust*/septemb*/oktob*/novemb*/decemb*',
  hr: 'siječ*/veljač*/ožuj*/travan* travn*/sviban* svibn*/lipan* lipnj*/srpan* srpn*/kolovoz*/rujan* rujn*/listopad*/studen*/prosin*',
  sr: 'januar* јануар*/februar* фебруар*/mart* март*/april* април*/maj maja maju мај маја мају/jun juna junu јун јуна јуну/jul jula julu јул јула јулу/avgust* август*/septemb* септемб*/oktob* октоб*/novemb* новемб*/decemb* децемб*',
  bs: 'januar*/februar*/mart*/april*/maj maja maju/juni juna juni junu/juli jula juli julu/august*/septemb*/oktob*/novemb*/decemb*',
  bg: 'януари/февруари/март/април/май/юни/юли/август/септември/октомври/ноември/декември',
  mk: 'јануари/февруари/март/април/мај/јуни/јули/август/септември/октомври/ноември/декември',
  ru: 'январ* янв/феврал* фев/март* мар/апрел* апр/май мая мае маем/июн*/июл*/август* авг/сентябр* сент/октябр* окт/ноябр* нояб/декабр* дек',
  uk: 'січн* січень/лют*/берез*/квіт*/трав*/черв*/лип*/серп*/верес*/жовт*/листопад*/груд*',
  be: 'студз*/лют*/сакав*/красав*/мая май маі/чэрвен* чэрвеня/ліпен* ліпеня/жні*/верас*/кастрыч*/лістапад*/снеж*',
  ro: 'ianuarie ian/februarie feb/martie/aprilie apr/mai/iunie iun/iulie iul/august aug/septembrie sept/octombrie oct/noiembrie nov/decembrie dec',
  hu: 'január* jan/február* febr/március* márc/április* ápr/május* máj/június* jún/július* júl/augusztus* aug/szeptember* szept/október* okt/november* nov/december* dec',
  el: 'ιανουαρ* ιανουάρ* ιαν/φεβρουαρ* φεβρουάρ* φεβ/μαρτ* μάρτ* μαρ/απριλ* απρίλ* απρ/μαΐ* μάι* μαϊ*/ιουν* ιούν*/ιουλ* ιούλ*/αυγ* αύγ*/σεπτ* σεπτέμ*/οκτω* οκτώ*/νοεμ* νοέμ*/δεκεμβρ* δεκέμβρ*',
  tr: 'ocak* oca/şubat* şub/mart* mar/nisan* nis/mayıs* may/haziran* haz/temmuz* tem/ağustos* ağu/eylül* eyl/ekim* eki/kasım* kas/aralık* ara',
  id: 'januari/februari/maret/april/mei/juni/juli/agustus/september/oktober/november/desember',
  ar: 'يناير كانون-الثاني جانفي/فبراير شباط فيفري/مارس آذار/أبريل إبريل ابريل نيسان أفريل/مايو أيار ماي/يونيو يونيه حزيران جوان/يوليو يوليه تموز جويلية/أغسطس اغسطس آب أوت/سبتمبر أيلول/أكتوبر اكتوبر تشرين-الأول/نوفمبر تشرين-الثاني/ديسمبر كانون-الأول',
  fa: 'ژانویه ژانویهٔ ژانویۀ/فوریه فوریهٔ فوریۀ/مارس/آوریل/مه مهٔ می/ژوئن/ژوئیه ژوئیهٔ جولای/اوت اگوست آگوست/سپتامبر/اکتبر/نوامبر/دسامبر',
  he: 'ינואר/פברואר/מרץ מרס/אפריל/מאי/יוני/יולי/אוגוסט/ספטמבר/אוקטובר/נובמבר/דצמבר',
  hi: 'जनवरी/फ़रवरी फरवरी/मार्च/अप्रैल/मई/जून/जुलाई/अगस्त/सितंबर सितम्बर/अक्टूबर अक्तूबर/नवंबर नवम्बर/दिसंबर दिसम्बर',
}

/** Seven days from Monday on, in the same way. Words that mean more than the day (Russian "среды") stand behind `?`: they explain, and never accuse. */
const weekdays: Readonly<Record<string, string>> = {
  en: 'monday*/tuesday*/wednesday*/thursday*/friday*/saturday*/sunday*',
  it: 'lunedì/martedì/mercoledì/giovedì/venerdì/sabato sabati/domenica domeniche',
  fr: 'lundi*/mardi*/mercredi*/jeudi*/vendredi*/samedi*/dimanche*',
  de: 'montag*/dienstag*/mittwoch*/donnerstag*/freitag*/samstag* sonnabend*/sonntag*',
  es: 'lunes/martes/miércoles/jueves/viernes/sábado*/domingo*',
  pt: 'segunda-feira* segundas-feiras ?segunda*/terça-feira* ?terça*/quarta-feira* ?quarta*/quinta-feira* ?quinta*/sexta-feira* ?sexta*/sábado*/domingo*',
  ca: 'dilluns/dimarts/dimecres/dijous/divendres/dissabte*/diumenge*',
  gl: 'luns/martes/mércores/xoves/venres/sábado*/domingo*',
  nl: 'maandag*/dinsdag*/woensdag*/donderdag*/vrijdag*/zaterdag*/zondag*',
  sv: 'måndag*/tisdag*/onsdag*/torsdag*/fredag*/lördag*/söndag*',
  da: 'mandag*/tirsdag*/onsdag*/torsdag*/fredag*/lørdag*/søndag*',
  nb: 'mandag*/tirsdag*/onsdag*/torsdag*/fredag*/lørdag*/søndag*',
  nn: 'måndag*/tysdag*/onsdag*/torsdag*/fredag*/laurdag*/sundag* søndag*',
  fi: 'maanantai*/tiistai*/keskiviik*/torstai*/perjantai*/lauantai*/sunnuntai*',
  et: 'esmaspäev*/teisipäev*/kolmapäev*/neljapäev*/reede*/laupäev*/pühapäev*',
  pl: 'poniedział*/wtorek wtork*/środa środę środy środzie środowy środow*/czwartek czwartk*/piątek piątk*/sobot*/niedziel*',
  cs: 'ponděl*/úterý úterk* ?úter*/středa středu středy středě/čtvrtek čtvrtk* ?čtvrteč*/pátek pátk* ?páteč*/sobot*/neděl*',
  sk: 'pondel*/utorok utork*/streda stredu stredy strede/štvrtok štvrtk*/piatok piatk*/sobot*/nedeľ*',
  sl: 'ponedelj*/torek torka tork*/sreda sredo srede/četrtek četrtk*/petek petk*/sobot*/nedelj*',
  hr: 'ponedjelj*/utorak utork*/srijed*/četvrtak četvrtk*/petak petk*/subot*/nedjelj*',
  sr: 'ponedelj* понедељ*/utorak utork* уторак уторк*/?sreda sredu ?srede ?среда среду ?среде/četvrtak četvrtk* четвртак четвртк*/petak petk* петак петк*/subot* субот*/?nedelj* ?недељ*',
  bg: 'понеделник*/вторник*/сряда/четвъртък*/петък*/събота/неделя',
  ru: 'понедельник*/вторник*/?сред*/четверг*/пятниц*/суббот*/воскресень* ?воскрес*',
  uk: 'понеділ*/вівтор*/?серед*/четвер четверга четвергом/п’ятниц* пʼятниц*/субот*/неділ*',
  ro: '?luni lunea/marți marţi ?marț*/miercuri miercurea/joi joia/vineri vinerea/sâmbăt* sîmbăt*/duminic*',
  hu: 'hétfő*/kedd*/szerda* szerdá*/csütörtök*/péntek*/szombat*/vasárnap*',
  el: 'δευτέρα δευτέρας/?τρίτη* ?τρίτης/?τετάρτη*/?πέμπτη*/παρασκευή*/σάββατο* σαββάτο*/κυριακή* κυριακές',
  tr: 'pazartesi*/salı*/çarşamba*/perşembe*/cuma cumaya cumadan cumanın cumaları/cumartesi*/?pazar*',
  id: 'senin/selasa/rabu/kamis/jumat/sabtu/?minggu',
  ar: 'الاثنين الإثنين/الثلاثاء/الأربعاء الاربعاء/الخميس/الجمعة/السبت/?الأحد ?الاحد',
  fa: 'دوشنبه/سه‌شنبه سه-شنبه/چهارشنبه چهار-شنبه/پنجشنبه پنج‌شنبه پنج-شنبه/جمعه/?شنبه/یکشنبه یک‌شنبه یک-شنبه',
  he: 'יום-שני יום-ב׳/יום-שלישי/יום-רביעי/יום-חמישי/יום-שישי/שבת/יום-ראשון',
  hi: 'सोमवार/मंगलवार/बुधवार/गुरुवार बृहस्पतिवार/शुक्रवार/शनिवार/रविवार',
  zh: '星期一 周一 週一 礼拜一/星期二 周二 週二 礼拜二/星期三 周三 週三 礼拜三/星期四 周四 週四 礼拜四/星期五 周五 週五 礼拜五/星期六 周六 週六 礼拜六/星期日 星期天 周日 週日 礼拜天 礼拜日',
  ja: '月曜/火曜/水曜/木曜/金曜/土曜/日曜',
  ko: '월요일/화요일/수요일/목요일/금요일/토요일/일요일',
}

/** What is written together with a name: articles, prepositions. */
const attached: Readonly<Record<string, string>> = {
  he: '[ובלמהכש]{0,3}',
  ar: '(?:[وبلف]{0,2}|لل)',
  fr: "(?:d['’])?",
  it: "(?:[dl]['’]|dell['’])?",
  ca: "(?:d['’])?",
}

/** Finds the names of one kind in one language. */
export interface CalendarWords {
  /** Global, ignores case; its first group is the name. */
  readonly pattern: RegExp
  /** 1 is January, or Monday. */
  numberOf(name: string): { readonly number: number; readonly sure: boolean } | null
}

const compiledMonths = compile(months)
const compiledWeekdays = compile(weekdays)

export function monthWords(language: string): CalendarWords | null {
  return compiledMonths.get(language)?.() ?? null
}

export function weekdayWords(language: string): CalendarWords | null {
  return compiledWeekdays.get(language)?.() ?? null
}

function compile(tables: Readonly<Record<string, string>>): Map<string, () => CalendarWords> {
  return new Map(Object.entries(tables).map(([language, table]) => [language, lazily(() => calendarWords(language, table))]))
}

interface Entry {
  readonly name: string
  readonly number: number
  readonly sure: boolean
  readonly open: boolean
}

function calendarWords(language: string, table: string): CalendarWords {
  const entries = table
    .split('/')
    .flatMap((group, index) => group.split(' ').map((word) => entry(word, index + 1)))
    .sort((a, b) => b.name.length - a.name.length)
  const names = entries.map(({ name, open }) => `${name.replaceAll('-', '[-\\s]').replaceAll('’', "['’ʼ]")}${open ? '\\p{L}*' : ''}`)
  const spaced = !['zh', 'ja', 'ko'].includes(language)
  const edges = spaced ? ([`(?<![\\p{L}\\p{M}])${attached[language] ?? ''}`, '(?![\\p{L}\\p{M}])'] as const) : (['', ''] as const)
  // Made when a text in the language comes: a push meets few of the languages.
  let pattern: RegExp | null = null
  return {
    get pattern() {
      pattern ??= new RegExp(`${edges[0]}(${names.join('|')})${edges[1]}`, 'giu')
      return pattern
    },
    numberOf(found) {
      const plain = found.toLowerCase().replace(/[\s-]/g, '-').replace(/['ʼ]/g, '’')
      return entries.find(({ name, open }) => (open ? plain.startsWith(name) : plain === name)) ?? null
    },
  }
}

function entry(written: string, number: number): Entry {
  const name = written.replace(/[*?]/g, '').replace(/[ʼ']/g, '’')
  return { name, number, sure: !written.startsWith('?'), open: written.endsWith('*') }
}
