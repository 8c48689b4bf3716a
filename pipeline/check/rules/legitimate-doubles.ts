export interface Doubles {
  /** Lower case. */
  readonly allowed: ReadonlySet<string>
  /** Whether a doubled `word` is a mistake at all in this language. */
  judges(word: string): boolean
  /** Whether it may well be meant. */
  doubtful(word: string): boolean
}

interface Table {
  /** Words that grammar or usage doubles: "had had", "nous nous", "die die". */
  readonly allowed: string
  /** Words that are doubled now and then, and for emphasis: "very very". */
  readonly doubtful: string
  /** Where doubling a word is grammar, the words that are never doubled (the joining words of the language); elsewhere empty: all are judged. */
  readonly only: string
}

/** Sources: grammars' usual examples, and each language's own idioms. */
const tables: Readonly<Record<string, Partial<Table>>> = {
  en: {
    allowed:
      'had that her blah bla bye ha haha he heh ho hey hear hush knock tut there now no yes yeah so far long again bang boo choo chop clap come go goody hop hubba jaw knick la na night nom pom please pooh quack ring rah run shh sing tap tick tock wait walk woof yada yum will may mark bill rose grant miles frank can who what chin cha oh uh um well win tsk aye yo tom bon cous mahi ylang beri tuk tse piri peri ack agar gado pago boom beep ding',
    doubtful:
      'is was do does did in on for it you his very really much many more too never ever always big little old good bad quite just only up down over are were has have will',
  },
  it: {
    allowed:
      'si sì no così piano via pian mano poco quasi appena subito ben bene bello bella belli buono buona tutto tutti lì là qui qua ora or sotto sopra terra passo proprio vicino piccolo piccola piccoli lungo fitto svelto svelta zitto zitta zitti caldo calda fresco pari su giù ciao bla ah eh oh nero nera rosso bianco alto basso dietro davanti quatto quatta gatto mogio lento lenta secco corto se lemme presto forte forse solo sola soli dritto rasente punto uno una cip din don tic toc ha dai via cin tran adesso',
    doubtful: 'che loro sono molto molta molti tanto tanta tanti grande vero vera più sempre mai ci vi lo era erano',
  },
  fr: {
    allowed:
      'nous vous en si non oui bien vite tout faire fort petit point son bla ha hé ho eh là ah oh doucement presque moi coup lui train pas aïe tic tac toc miam',
    doubtful: 'très trop que elle elles est été beaucoup jamais toujours encore grand car or ils a ont sont était',
  },
  de: {
    allowed:
      'die der das sie den dem denen deren des ihr ihre es was wer wie wo wen wem zu so ja nein na nach bla ha haha he hin her immer werden wird sein nun halt doch mal morgen oh ah hopp pst soso tja tut weil weg uns zum',
    doubtful:
      'ihnen in an auf mit von für bei um über unter vor sehr viele viel ganz lange weit mehr wirklich nie nur haben hat ist dass er wir einer war waren hatte hatten wurde wurden kann können soll sollen will wollen ihm ihn euch mich dich sich man durch aus gegen ohne zwischen seit',
  },
  es: {
    allowed:
      'si sí no poco casi luego ya tal así que para como bla ja ay eh oh paso pian bien nos este uno poquito vamos venga adiós tic tac toc',
    doubtful: 'muy sobre entre una bajo vino nada mucho mucha más nunca siempre todo todos lo es son era eran está están hay',
  },
  pt: {
    allowed: 'se sim não quase logo já até assim bla ha ah eh oh que para como pouco nos tal tique toque devagar pois',
    doubtful: 'muito muita mais nunca sempre todo tudo nada sobre era bem é são está eram há',
  },
  ca: {
    allowed: 'se nos sí no si que quasi gairebé bla ha ah eh oh poc tal tot ben',
    doubtful: 'molt molta més mai sempre com per és són era hi',
  },
  gl: { allowed: 'se si non nos case que bla ha ah eh oh', doubtful: 'moi máis para como é son era' },
  ro: {
    allowed: 'da nu încet doar aproape puțin gata hai ha bla rând abia mai iute repede când tot',
    doubtful: 'foarte care lor le ne mult multe toate este sunt era e',
  },
  nl: {
    allowed: 'die dat het je u haar zijn wat wie nou zo ja nee ze zij bla ha als er we wij hun toe stap hop dag',
    doubtful:
      'is in te van was ons heel hele erg veel vele door op aan met voor bij nooit altijd om waren hebben had worden kunnen moeten zou',
  },
  af: { allowed: 'nou gou nie so ja nee is dit dat wat was hulle ons plek kort', doubtful: 'in die vir baie het' },
  sv: {
    allowed: 'det den de för var är att så ja nej bla ha som man vi till om in har han hon ju där här ni',
    doubtful: 'mycket på av i väldigt många långt aldrig en ett hade vara blir skulle kan',
  },
  da: {
    allowed: 'det den de der for var er at så ja nej bla ha som man vi til om har han hun jo i på',
    doubtful: 'meget af mange langt aldrig en et',
  },
  nb: {
    allowed: 'det den de der for var er at så ja nei bla ha som man vi til om har han hun jo i på',
    doubtful: 'veldig av mange langt aldri mye en et',
  },
  nn: {
    allowed: 'det den dei der for var er at så ja nei bla ha som ein vi til om har han ho jo i på',
    doubtful: 'veldig av mange langt aldri mykje ein eit',
  },
  is: { allowed: 'það þau þeir þær já nei svo sem er að á í', doubtful: 'mjög við' },
  fi: { allowed: 'se on hän niin ei joo ne bla ha no oi', doubtful: 'sen hyvin niiden siitä todella paljon' },
  et: { allowed: 'see on nii ei jah noh tema', doubtful: 'väga selle' },
  lv: { allowed: 'tas tā jā nē nu lēni', doubtful: 'ļoti to' },
  lt: { allowed: 'tai taip ne na vos', doubtful: 'labai kad' },
  pl: { allowed: 'to co tak nie już no ha bla ledwo coraz by hej pa ojej jest', doubtful: 'bardzo za ten ta tego dużo' },
  cs: { allowed: 'to je se si ti ten tak ano ne už jen co by no ha bla pomalu sotva dnes', doubtful: 'velmi moc ta toho' },
  sk: { allowed: 'to je si ti ten tak áno nie už len čo by no ha so bla pomaly sotva', doubtful: 'veľmi moc tá toho' },
  sl: { allowed: 'to je se si ti tako ja ne že le pa ga jih', doubtful: 'zelo to' },
  hr: { allowed: 'da to je ne se jako polako malo jedva samo tek korak ha eto', doubtful: 'vrlo za ih' },
  bs: { allowed: 'da to je ne se jako polako malo jedva samo tek korak ha eto', doubtful: 'vrlo za ih' },
  sr: {
    allowed: 'da to je ne se polako malo jedva samo tek korak ha eto да то је не се полако мало једва само тек корак ха ето',
    doubtful: 'vrlo za ih врло за их веома',
  },
  mk: { allowed: 'да не тоа полека малку само едвај чекор', doubtful: 'многу ги го' },
  bg: { allowed: 'да не то това ето полека малко само едва ха', doubtful: 'много ги го' },
  ru: {
    allowed: 'да нет вот так то все всё их ха ну бла ой эх чуть только еле едва мало не как или тихо постой давай',
    doubtful: 'очень его её много больше они',
  },
  uk: {
    allowed: 'так ні ось то все їх ха ну бла ой ледь тільки мало не як або тихо давай та',
    doubtful: 'дуже його її багато більше вони',
  },
  be: { allowed: 'так не вось то усё іх ха ну ледзь толькі мала', doubtful: 'вельмі яго яе' },
  hu: {
    allowed: 'az ez nem már alig szép is ki más ha hogy na jaj no igen bla egyre lassan éppen hol mind vagy ott itt',
    doubtful: 'egy sok nagy volt nagyon csak',
  },
  el: {
    allowed:
      'σιγά λίγο πρωί μόλις ένα ένας μία μια δύο δυο τρεις πέρα γύρω κάτω πάνω άκρη ίσα κοντά βήμα χέρι καλά πρώτα του της τους μας σας μου σου ναι όχι όλο ίδιο κάπου μέσα ψιλά σχεδόν έτσι χα λίγα λίγοι',
    doubtful: 'πολύ τα πιο ποτέ που πια',
  },
  sq: { allowed: 'po jo të i e dalë pak vetëm', doubtful: 'shumë' },
  eu: { only: 'eta da du ez ere edo bat dira dute izan' },
  ga: { allowed: 'sin ní é í sé', doubtful: 'go' },
  cy: { allowed: 'yn i o a y', doubtful: '' },
  lb: { allowed: 'an déi dat si hinnen hir säin wéi wat sou jo nee ech mir', doubtful: 'ze ganz vill' },
  oc: { allowed: 'se nos vos si òc non', doubtful: 'que mai' },
  ast: { allowed: 'si nun casi como para que', doubtful: 'más' },
  eo: { allowed: 'jes ne', doubtful: 'tre' },
  mt: { allowed: 'iva le', doubtful: '' },
  ka: { only: 'და რომ არის ეს' },
  hy: { only: 'և որ է են մեջ համար' },
  ko: { only: '및 또는 그리고 대한 위한 있는 의한 따라 통해' },
  // Doubling is grammar: intensity, distribution, manner ("yavaş yavaş", "धीरे धीरे", "خطوة خطوة").
  tr: {
    only: 've ile gibi kadar ama olarak olan sonra göre ancak fakat çünkü ki veya dedi etti oldu edildi olduğu olduğunu',
    doubtful: 'sonra göre gibi ama',
  },
  az: { only: 've və ilə üçün kimi amma olaraq olan sonra görə dedi etdi' },
  kk: { only: 'және мен үшін бойынша деп болды' },
  uz: { only: 'va bilan uchun kabi lekin deb edi' },
  ar: {
    only: 'في من على إلى عن أن إن أنّ التي الذي الذين هذا هذه ذلك تلك كان كانت قد لقد بين بعد قبل مع خلال حول عند منذ حتى ضد نحو لدى أو ثم لكن لأن كما حيث وقال وأضاف قال وفي ومن وعلى',
    doubtful: 'من بين قبل بعد قال كان حول',
  },
  fa: { only: 'و در به از که را این آن با برای است بود شد شده می‌شود تا یا اما نیز خود هم‌چنین همچنین', doubtful: 'خود تا هم' },
  ps: { only: 'او په د له چې ته کې سره' },
  ckb: { only: 'و لە بە کە بۆ ئەم ئەو' },
  ur: { only: 'کے کی کا میں سے کو نے پر اور ہے ہیں تھا تھی تھے کہ لیے', doubtful: 'کی اور پر کے' },
  he: { only: 'של את על עם או כי אם כדי אבל לפי אחרי לפני היה הייתה היו אשר יותר גם בין אך', doubtful: 'את יותר אם' },
  yi: { only: 'און פֿון פון אין איז מיט פֿאַר' },
  hi: { only: 'के की का में से को ने पर और है हैं था थी थे कि लिए यह', doubtful: 'की और पर के' },
  mr: { only: 'आणि आहे आहेत या होते होता' },
  ne: { only: 'र को का मा छ छन् ले' },
  bn: { only: 'এবং ও এর থেকে জন্য হয়েছে তার' },
  pa: { only: 'ਦੇ ਦੀ ਦਾ ਵਿੱਚ ਨੂੰ ਅਤੇ ਹੈ ਹਨ ਨੇ' },
  gu: { only: 'અને છે માં ના ની નું ને' },
  ta: { only: 'மற்றும் என்று என ஒரு இந்த' },
  te: { only: 'మరియు అని ఈ' },
  kn: { only: 'ಮತ್ತು ಎಂದು ಈ' },
  ml: { only: 'എന്ന ഈ ആണ്' },
  si: { only: 'සහ හා ද බව' },
  vi: { only: 'và của là được trong với cho từ đã để các những tại này' },
  id: { only: 'yang di dan ke dari untuk dengan pada ini itu adalah dalam akan oleh telah atau bahwa' },
  ms: { only: 'yang di dan ke dari untuk dengan pada ini itu adalah dalam akan oleh telah atau bahawa' },
  sw: { only: 'ya wa za katika ni kwa kuwa cha vya na' },
  am: { only: 'እና ነው ላይ ውስጥ ጋር' },
}

const compiled = new Map(Object.entries(tables).map(([language, table]) => [language, compile(table)]))

/** A language that isn't known here may double any word. */
const unknown: Doubles = { allowed: new Set(), judges: () => false, doubtful: () => false }

const aliases: Readonly<Record<string, string>> = { no: 'nb', sh: 'hr', tl: 'fil', iw: 'he', in: 'id' }

export function doublesOf(language: string): Doubles {
  return compiled.get(aliases[language] ?? language) ?? unknown
}

function compile({ allowed = '', doubtful = '', only = '' }: Partial<Table>): Doubles {
  const sure = new Set(only.split(' '))
  const maybe = new Set(doubtful.split(' '))
  return { allowed: new Set(allowed.split(' ')), judges: (word) => only === '' || sure.has(word), doubtful: (word) => maybe.has(word) }
}
