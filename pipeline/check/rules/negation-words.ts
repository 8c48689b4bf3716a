/** How a language denies. In both lists `*` stands for any ending, `_` for a blank; the rest is a pattern's. */
export interface NegationWords {
  /** What negates a clause, in any sentence. */
  readonly sure: string
  /** Words, beginnings and endings that may stand for another language's negation: "without", "fail", "only". */
  readonly maybe: string
  /** Whether it has the Latin words of denial, too. */
  readonly latin?: true
}

export const negationWords: Readonly<Record<string, NegationWords>> = {
  en: {
    sure: "not (?:is|are|was|were|has|have|had)_no never cannot nobody nothing *n't no_longer no_one",
    maybe: `
      no none nor neither without nowhere non* anti* *less lack* fail* refus* den* reject* ban* forbid* prohibit* prevent* avoid* absen*
      miss* except* only but hardly barely scarcely rarely seldom few little less unless until before than rather instead lest stop* ceas*
      low* impossible short decline* oppos* against empty exclu* lost lose* loss ended missing wrong false otherwise anyone anything too
      zero nil nought never-* no-* never refrain* spare* ignor* neglect* despite least minus different* remain* alone hide* hidden hard
      difficult* secret* bar* block* halt* withdr* cancel* drop* escap* elude* exempt* shun* dead die* quiet* silen* vain waive* spite
      doubt* contrary contrast* stranger* regardless nonetheless nevertheless un(?!der|io|it|iq|iv)* inexh* immut* incompat* mism* awkward*
      discour* buggy wrong* outside out-of* out_of okay fine inferior* impracti* immat* malfunc* nobody’s unhappy afterwards
    `,
    latin: true,
  },
  it: {
    sure: 'non nessuno nessuna nessun niente mai',
    maybe: `
      no né nulla senza neppure neanche nemmeno irr* ill* priv* manc* rifiut* neg* viet* evit* imped* esclu* tranne salvo eccetto solo
      soltanto appena poc* meno prima_che anziché invece contr* lontan* vuot* pers* perd* fals* sbagliat* divers* smett* cess* difficil*
      raramente scars* a_stento qualsiasi alcun* altrimenti pur* qualsivoglia appositamente difett* apposta zero abolit*
    `,
    latin: true,
  },
  fr: {
    sure: 'ne n’\\p{L}+ aucun aucune',
    maybe: `
      pas point jamais personne non ni sans rien nul* irr* ill* manqu* refus* interdi* évit* empêch* exclu* sauf excepté seul* seulement
      guère à_peine peu moins jusqu* avant plutôt au_lieu contre hors loin vide perd* faux cess* arrêt* difficil* rare* reste* rester* zéro
      abol* défaut quel* sinon échou* absen*
    `,
    latin: true,
  },
  de: {
    sure: 'nicht nie niemals niemand kein keine keinen keinem keiner keines nichts',
    maybe: `
      ohne weder noch nein nirgend* inakz* inoff* inkomp* inkons* inaktiv* miss* *los *lose *losen *loser *frei *freie *leer ausser außer
      nur kaum wenig* weniger bevor statt anstatt sondern fern fehl* mangel* weiger* verweiger* abgelehn* ablehn* verbot* verbiet*
      verhinder* vermeid* leugn* bestreit* ausgeschloss* ausschl* falsch schwer selten aufhör* hört sonst verzicht* frei nirgends einzig
      erst bis null kaputt unterlass* unterblieb* scheiter* ausnahm* unab* unb* une* unf* ungew* ungl* ungül* ungen* ungeh* ungek* unh* unk*
      unl* unm* unn* unp* unr* unsich* unv* unw* unz* unt*rsag* nichts*
    `,
    latin: true,
  },
  es: {
    sure: 'no nunca jamás nadie ningún ninguna ninguno nada tampoco',
    maybe: `
      ni sin sino falt* care* rechaz* neg* prohib* evit* impid* imped* exclu* salvo excepto solo sólo solamente únicamente apenas poc* menos
      antes en_lugar en_vez contra fuera lejos vací* perd* fals* cese* dej* difícil* rara* raro cualquier* zero cero ausen* demás abol* mal
      imposible
    `,
    latin: true,
  },
  pt: {
    sure: 'não nunca jamais ninguém nenhum nenhuma nada',
    maybe: `
      nem sem senão falt* carec* recus* neg* proib* evit* imped* exclu* salvo exceto só somente apenas pouc* menos antes em_vez contra fora
      longe vazi* perd* fals* deix* difíc* rar* qualquer quaisquer zero ausên* mal impossível
    `,
    latin: true,
  },
  nl: {
    sure: 'niet nooit niemand geen niets',
    maybe: `
      nee noch zonder nergens mis* *loos *loze behalve alleen slechts enkel nauwelijks weinig minder voordat plaats ver ontbre* weiger*
      verbod* verbied* voorkom* vermijd* ontken* uitges* uitsl* fout moeilijk zelden stop* anders vrij nul tenzij mislukt* gemis onb* onc*
      ond*nk* one* ong* onh* onj* onk* onm* onn* ono* onr* onv* onw* onz*
    `,
  },
  sv: {
    sure: 'inte aldrig ingen inget inga ingenting icke',
    maybe: `
      ej nej utan varken ingenstans miss* förutom bara endast knappt få mindre innan istället bort fri* sakna* brist* vägra* förbj* förbud
      hindra* undvik* neka* utesl* fel svår* sällan sluta* annars tills noll lös* *lös *löst *lösa misslyck* ens avslå* oa* ob* oe* of* og*
      oh* oj* ok* ol* omöj* on* or* osa* osä* osy* ot* ou* ov* oä* oö*
    `,
  },
  da: {
    sure: 'ikke aldrig ingen intet ingenting',
    maybe: `
      ej nej uden hverken ingensteds mis* undtagen kun bare næppe få mindre før stedet væk fri* mangl* nægt* forbud* forby* forhindr* undgå*
      benægt* udeluk* fejl svær* sjælden* stop* ellers indtil nul *løs *løst *løse afvis* ua* ub* ue* uf* ug* uh* uk* ul* um* uno* ur* us*
      ut* uv*
    `,
  },
  nb: {
    sure: 'ikke aldri ingen intet ingenting',
    maybe: `
      nei uten verken ingensteds mis* unntatt bare kun neppe få mindre før stedet bort vekk fri* mangl* nekt* forbud* forby* forhindr*
      unngå* benekt* uteluk* feil vanskelig* sjelden* slutt* stopp* ellers inntil null *løs *løst *løse avvis* ua* ub* ue* uf* ugy* uh* ukj*
      ul* um* uno* ur* us* utr* uv*
    `,
  },
  pl: {
    sure: 'nie nigdy nikt nikogo nikomu nic niczego żaden żadna żadne żadnego żadnej',
    maybe: `
      bez ani poza oprócz tylko jedynie zaledwie ledwo mało mniej zanim zamiast przeciw* brak* odm* zakaz* zabr* unik* zaprzecz* wyklucz*
      fałsz* trudn* rzadk* przesta* inaczej zero pozbaw* utra* strac* dopiero odrzuc* choć* żadnych nie*
    `,
  },
  cs: {
    sure: `
      není nejsou nebyl nebyla nebylo nebyli nikdy nikdo nikoho nic ničeho žádný žádná žádné žádného žádných nesmí nemá nemůže nelze nebude
      nebudou nemají nemohou
    `,
    maybe: `
      ne* bez ani kromě jen pouze sotva málo méně místo proti chyb* odm* zákaz* zakáz* zakaz* vyh* popř* popír* těžk* zřídka přest* jinak
      nul* zbav* ztrát* ztrat* teprve zamít* prázdn*
    `,
  },
  sk: {
    sure: 'nie nikdy nikto nikoho nič ničoho žiaden žiadny žiadna žiadne žiadneho žiadnych nesmie nemá nemôže nemožno nebude nemajú nemôžu',
    maybe: `
      ne* bez ani okrem len iba sotva málo menej miesto namiesto proti chýb* odm* zákaz* zakáz* zakaz* vyh* popr* popier* ťažk* zriedka
      presta* inak nul* zbav* strat* prázdn*
    `,
  },
  ru: {
    sure: 'не никогда никто никого никому ничего ничто никакой никакого никаких нельзя нет',
    maybe: `
      без ни не* кроме только лишь едва мало меньше прежде вместо против отсутств* отказ* запре* избег* отриц* исключ* трудн* редко переста*
      иначе пока нол* лиш* потер* утра* отверг* пуст* без* бес* хотя
    `,
  },
  uk: {
    sure: 'не ніколи ніхто нікого нікому нічого ніщо жоден жодна жодного жодної жодних немає не_можна',
    maybe: `
      без ні не* крім окрім лише тільки ледь мало менше перш замість проти відсутн* відмов* заборон* уник* запереч* виключ* хибн* важк*
      рідко переста* інакше поки нул* позбав* втра* відкин* порожн* без* хоча
    `,
  },
  ro: {
    sure: 'nu nimeni nimic niciodată niciun nicio nici_un nici_o',
    maybe: `
      fără nici ne* lips* refuz* neg* interzi* evit* împiedic* exclu* afară numai doar decât abia puțin înainte până contr* departe gol*
      pierd* fals* încet* greu rar* zero încă n-* nic*
    `,
    latin: true,
  },
  el: {
    sure: 'δεν δε μην μη ποτέ κανείς κανένας καμία κανένα τίποτα τίποτε ουδείς ουδεμία',
    maybe: `
      χωρίς δίχως ούτε μήτε όχι εκτός μόνο μόλις λίγ* λιγότερ* πριν αντί μακριά έλλειψη λείπ* αρν* απαγορ* αποφ* εμποδ* αποκλε* λάθος
      δύσκολ* σπάνια σταμάτ* αλλιώς μηδέν στερ* αδύνατ* ανίκαν* ακατάλλ* απαράδεκτ* άκυρ* αν* αδι* απε* ανε* άγνωστ* αόρατ* ατέλ*
    `,
  },
  hu: {
    sure: 'nem ne sem senki semmi soha semmilyen nincs nincsenek sincs',
    maybe: `
      nélkül se tilos kivéve csak alig kevesebb mielőtt helyett ellen *talan *telen *tlan *tlen *atlan *etlen *tlanul *tlenül hiány*
      megtagad* tilt* elkerül* tagad* kizár* hamis nehéz* nehez* más_különben amíg null* elutasít* üres* még nélkül* mentes* sem*
    `,
  },
  fi: {
    sure: 'ei en et emme ette eivät älä älköön ilman',
    maybe: `
      kukaan mitään koskaan epä* paitsi vain ainoastaan tuskin vähän vähemmän ennen sijaan vastaan puut* kieltä* kiel* väl* est* poissulk*
      väärä* vaike* harvoin *ton *tön *toman *tömän *tonta *töntä *ttomasti *ttömästi kunnes nolla* hylä* tyhjä* vielä eikä
    `,
  },
  ar: {
    sure: 'لا لم لن ليس ليست ليسوا لست لسنا ولا ولم ولن وليس فلا ألا لئلا',
    maybe: `
      ما غير بغير دون بدون بلا عدم بعدم إلا سوى فقط قلّما قبل بل بدل* ضد خلاف انعد* غياب رفض* منع* حظر* تجنب* نفى نفي* استثنا* خطأ صعب*
      نادر* توقف* وإلا صفر ولم* ولا* فلم فلن خال* يخل* افتق* حرم* إنما يمتنع امتنع* مجهول* منعدم*
    `,
  },
  fa: {
    sure: 'نیست نیستند نیستیم نیستم نبود نبودند نباید هرگز نمی* ندارد ندارند نداشت نکرد نشد نخواهد نشود نکند',
    maybe: `
      بدون غیر* جز مگر فقط به‌ندرت پیش قبل بلکه به‌جای علیه ضد فاقد خودداری منع ممنوع* اجتناب استثنا* اشتباه توقف* صفر هیچ* عدم نا* خالی
      بی‌* کمتر تنها_* جز* نه نه* نکن* نشو* نباش* نمی‌* ندا* نکرد* نشد* نبود* نیا* نخوا* ناد* نپ* نگ* نت* نر* نس*
    `,
  },
  he: {
    sure: 'לא אין אינו אינה אינם איננו מעולם לעולם אסור',
    maybe: `
      אל בלי ללא בלתי אי* חוסר מבלי פרט למעט בקושי מעט פחות לפני במקום נגד רחוק העדר סירב* סיר* מנע* נמנע* הכחיש* שלל* טעות נדיר* הפסיק*
      אחרת אפס שום אף ולא שלא ואין שאין ריק* כלום בלא אי-* לרא* מבלתי
    `,
  },
  tr: {
    sure: 'değil yok hiç hiçbir asla yoktur hiçbiri değildir kimse',
    maybe: `
      sız* *sız *suz *süz *sızın *siz* *ma* *me* *maz *mez *maya* ne hariç yalnız* sadece ancak önce yerine karşı eksik* red* yasak* engel*
      kaçın* inkâr* dışında yanlış* başka* zor* nadir* dur* aksi sıfır gayri* *madan *meden *maksızın *meksizin *mama* *meme* *meye* *mıyor*
      *miyor* *muyor* *müyor* *mad* *med* *maz* *mez* *mayan* *meyen* *mamış* *memiş* *mayacak* *meyecek* *masın* *mesin* *mamak* *memek*
      *siz *sızlık* *sizlik* *ma *me
    `,
  },
  zh: {
    sure: '不是 不能 不会 不會 不得 不可 不应 不應 不要 不再 不允许 不想 不愿 不存在 不需要 不必 没有 沒有 从未 從未 尚未 并未 未能 未曾 并非 绝非 无法 無法 切勿',
    maybe: '不 没 沒 未 无 無 非 别 勿 莫 否 两码事 仅 只 除 少 难 缺 免 禁 拒 反 以外 失 绝 勉 忘 停 空 罕 避 防 弗 毋 零 唯 尽管 虽',
  },
  ja: {
    sure: 'ではない ではありません しない しなかった できない できません ていない ていません られない なかった ありません てはならない',
    maybe:
      'ない なく ません ず ぬ なけれ まい ざる なし 無 不 未 非 以外 だけ のみ しか 禁 拒 反 欠 失 免 難 にく がた 空 零 ゼロ 避け 防 否 没 止 止め 取り消 辞',
  },
}

/** Beginnings of Latin words that deny, in English and in the languages that came of Latin. */
export const latinNegations = `
  incap* imposs* insuf* inval* invál* inutil* inútil* inadeq* inadec* inadeg* invis* inevit* ineff* inefi* irr* illeg* ileg* illic* ilíc*
  incompl* indiff* indif* inesist* inexist* inmóv* immobil* immun* inmun* impun* inacc* incert* inciert* incons* inconn* inconu* inconnu*
  indire* inédit* inedit* inus* insol* indef* indéf* involo* invol* inapp* informal* injust* ingius* insens* intol* insop* instab* inestab*
  improb* improv* imprév* impré* imper* inigual* desigu* disparit* disagr* disap* discon* dishon* disabl* disord* disobb* desobe* desc*
  desap* désac* disun* indep* indip* indép* neutr* illimit* ilimit*
`
