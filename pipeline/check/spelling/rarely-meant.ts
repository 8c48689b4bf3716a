/**
 * Words of the dictionary that newspapers hardly ever mean, one slip away from one that they use all day: `wold=would`.
 *
 * Archaic, dialect and technical words; none of the English ones stands in lower case in a million words of all sorts of prose (the Brown corpus),
 * but for misprints. A part of them was found as what a dictionary accepts one slip away from a frequent word, and what is neither there nor in 51
 * million words of film subtitles (SUBTLEX), and then read through: what a newspaper may mean was left out.
 */
export function rarelyMeant(language: string): ReadonlyMap<string, string> {
  return lists.get(language) ?? none
}

const none: ReadonlyMap<string, string> = new Map()

const written: Readonly<Record<string, string>> = {
  en: `abetter=better abut=about acing=acting addend=added aeries=series aery=very anted=wanted anther=another apter=after arbors=harbors
    ares=areas aright=right arks=marks articular=particular arums=arms ashed=washed aster=master aught=caught baldy=badly barer=barber
    barre=barred bast=boast bating=batting bawd=bawdy beaut=beauty bedsides=besides besot=best betides=besides bight=bright bights=rights
    birded=birdied blat=blast blear=clear bluet=blue bobs=bombs bock=block bodges=bodies bods=bonds bole=role bonce=once bonks=banks
    botcher=bother brads=brass brae=brave breams=dreams briny=bring burs=burns bushiness=business byroad=broad calk=call calked=called
    calking=talking calks=calls callas=calls cants=wants caries=carries carious=various carper=career caster=master cation=action
    cations=actions caver=cover cays=days celled=called censer=center centrals=central cervices=services chis=this choicer=choice
    chowed=showed chows=shows cine=line circumstanced=circumstances clacks=lacks clonk=clock clops=cops cloyed=closed coiner=corner
    coking=coming coll=call cols=cold compered=compared complected=completed completer=complete conduced=conducted conduces=conducts
    confider=consider congests=contests corer=corner corespondent=correspondent corm=form corms=forms cotes=codes coupes=couples
    courser=course coyer=cover crating=creating cray=gray cruse=cause cumber=number cumbers=numbers dace=dance daces=faces dafter=after
    dags=days dandle=handle dastard=bastard dded=added dding=adding declarer=declared delver=deliver deputes=deputies
    describer=described descries=describes destine=destined determent=deterrent dhow=show dhows=shows difficultly=difficulty diked=died
    dimply=simply ding=doing dingle=single dings=sings dinker=dinner directer=director dobs=does doming=doing dona=done doss=does
    dowers=powers drams=drama drays=days drivings=driving duded=dude duding=during dyking=dying educe=reduce educed=reduced
    educing=reducing ells=tells endued=ended erst=rest ewer=newer exampled=example extremer=extreme faddy=daddy fallowing=following
    fallows=follows fating=eating fays=days fended=ended fiends=friends fining=finding firer=fire firs=first flays=plays flied=filed
    foll=full fores=forces foxing=fixing frilled=filled frond=front fulled=filled fulling=pulling fulls=full furn=turn gadded=added
    gamin=gain gars=cars geed=need gibing=giving gillion=million girds=girls girt=girl girts=girls gite=give gites=gives givings=giving
    glace=place glaces=glances glads=glands gonk=gone gradate=graduate grans=grants groat=great grouts=groups gyve=give gyves=gives
    gyving=giving hakes=takes haled=hailed haling=having haply=happy hared=shared haring=hearing hart=heart haws=hawks helves=shelves
    heme=here hided=hide hied=died highers=higher hing=thing hings=things hinter=winter hipping=shipping hist=list hocked=shocked
    hods=holds hoed=hold hoer=hour hoers=hours hoke=home hoked=hooked hokes=homes holing=holding hols=holds honer=honey hording=holding
    hosp=hose houri=hours houris=hours hows=shows hying=lying ides=ideas ilea=idea impossibles=impossible incomer=income incs=inch
    instanced=instance ital=vital kepi=kept kilned=killed kilning=killing kitting=sitting laded=loaded lades=ladies
    lading=leading lamer=later laming=flaming larges=largest largo=large larked=marked lase=last lased=lasted lases=cases lasing=basing
    lave=have laved=lived laves=lives laving=having laxer=later laxest=latest lazies=ladies leaper=leader leas=less leaser=leader
    leasers=leaders leis=less lewder=leader lief=life liker=like liming=timing limned=lined ling=lying lings=lines lints=lines
    lither=either lodes=loves loge=love loges=loves loos=looks lour=your lours=hours lovey=lovely lowed=loved lowing=glowing
    lugger=slugger lumbers=numbers lusted=listed maced=faced mach=match macing=making mads=made manged=managed manger=manager
    mangers=managers masc=mass maser=master maters=matters mattes=matters meas=means medial=medical mete=meet meting=meeting miking=making
    milers=miles mils=miles milts=miles minuets=minutes minuted=minutes minuter=minutes mires=miles momenta=moment mopey=money
    mote=more mottle=bottle napes=names natters=matters nave=have naves=names negatived=negative netter=better netters=letters neut=next
    nigher=higher nighest=highest nits=units norther=northern nosily=noisily nuder=under oaten=often ocker=locker
    odder=order oped=open opes=open orates=rates parer=paper parky=party passe=passed pates=plates payed=played
    peculating=speculating peen=been pend=spend pended=tended pends=spends perter=peter piked=liked pillion=million pimply=simply
    pinion=opinion pinions=opinions placers=players planers=planners planing=planning plannings=planning plat=plan plats=plants platy=play
    platys=plays pocked=picked poled=polled ponce=once pone=done pones=ones poos=pools poser=power poss=posts pother=other pothers=others
    prates=pirates prats=parts preform=perform preformed=performed pres=press privater=private prov=prove pubic=public puled=pulled
    pules=rules puling=pulling puttying=putting quine=quite quire=quite quot=quota ranee=range rares=rates raster=master rater=rather
    ratter=matter ratters=matters ravel=travel reals=meals recd=read reflated=related regraded=regarded regrading=regarding
    relater=related relaxer=relaxed rends=trends resat=rest resit=resist resits=resist rewords=records riced=priced ricer=river
    rices=prices ricing=rising ricked=picked ricks=tricks rifer=river rifted=lifted rifting=drifting riles=miles riming=rising rive=drive
    rived=lived rives=gives riving=living roached=reached roan=road roans=roads roes=roles rooked=looked rooking=looking roue=route
    roues=routes rued=ruled rues=rules ruing=ruling rummer=summer salved=saved sames=names sangs=songs sappier=happier sasses=passes
    sate=state sates=states scarp=sharp scorner=corner scow=show scows=shows scree=screen sens=sense sere=were serifs=series
    serous=serious sett=sent setts=sets shad=shade shads=shades shays=says sheller=shelter shes=shoes shew=show shewing=showing
    shewn=shown shews=shows shoat=short sightly=slightly sines=sides singe=single singes=singers singlet=single sipper=supper sises=sides
    skying=saying slakes=shakes sleeking=sleeping sleeting=sleeping sloes=shoes slue=blue slummer=summer snogs=songs snood=stood
    snots=spots solders=soldiers somewhats=somewhat sopped=stopped sots=shots sough=sought souses=houses spates=states spays=says
    speakings=speaking specking=speaking splaying=playing splays=plays sporing=spring spreed=speed stales=states staling=staying
    stater=state steeps=steps stet=step stets=steps stetting=setting stile=still stolon=stolen stoppled=stopped studly=study styli=style
    suctions=sections supped=supper suppl=supply svelter=shelter swilled=skilled tabor=labor tamped=stamped tamps=stamps tams=teams
    tared=tired taring=taking tarn=turn tarried=carried tarted=started tarting=starting tatter=latter taus=thus teds=tends teed=need
    telephoner=telephone temped=tempted testis=tests thees=these therm=there therms=terms thew=they thins=things thole=those throe=three
    thunks=thanks tided=tired tine=time ting=thing tinging=tingling tings=things tither=either tittle=little toady=today toke=token
    toked=stoked toking=taking trad=trade treas=areas treed=trend trews=trees treys=trees triter=writer troth=truth trow=throw
    trowing=growing trows=throws trued=tried trues=true trug=true tuns=turns twink=think umping=dumping univ=unit vapidly=rapidly
    vasts=vast vended=ended vert=very viced=voiced vising=rising vita=vital voles=roles volute=volume wadge=wage wadges=wages wale=walk
    waled=walked waling=walking wanner=manner warded=awarded wast=last weans=means wearings=wearing weens=weeks weer=were wees=weeks
    weest=west whee=when whits=whites wight=weight wile=while wiling=willing windrow=window winier=winter winy=wine wist=list withe=with
    witting=sitting wived=lived wiving=living woad=word wold=would wolds=words wort=worth woulds=would wounder=wonder wroth=worth
    yeahs=years yeas=years yews=news zests=tests zines=lines`,
}

const lists = new Map(
  Object.entries(written).map(([language, pairs]) => [
    language,
    new Map(pairs.split(/\s+/).map((pair) => pair.split('=') as [string, string])),
  ]),
)
