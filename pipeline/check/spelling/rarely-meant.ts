/**
 * Words of the dictionary that newspapers hardly ever mean, one slip away from one that they use all day: `wold=would`.
 *
 * Archaic, dialect and technical words; none of the English ones stands in lower case in a million words of all sorts of prose (the Brown corpus),
 * but for misprints.
 */
export function rarelyMeant(language: string): ReadonlyMap<string, string> {
  return lists.get(language) ?? none
}

const none: ReadonlyMap<string, string> = new Map()

const written: Readonly<Record<string, string>> = {
  en: `abut=about acing=acting addend=added aeries=series aery=very anted=wanted anther=another apter=after arbors=harbors ares=areas
    aright=right arks=marks articular=particular arums=arms ashed=washed aster=master aught=caught baldy=badly barer=barber barre=barred
    bast=boast bating=batting bawd=bawdy beaut=beauty betides=besides bight=bright birded=birdied blat=blast bluet=blue bobs=bombs
    bock=block bods=bonds bonce=once bonks=banks brads=brass brae=brave briny=bring burs=burns calked=called calking=talking callas=calls
    caries=carries carious=various caster=master cation=action cations=actions cays=days celled=called censer=center chis=this chows=shows
    cine=line clacks=lacks coll=call conduced=conducted conduces=conducts congests=contests corer=corner corespondent=correspondent
    corm=form cotes=codes coupes=couples crating=creating cray=gray cruse=cause dace=dance daces=faces dafter=after dags=days dded=added
    dding=adding delver=deliver deputes=deputies descries=describes destine=destined determent=deterrent dhow=show dhows=shows
    dimply=simply ding=doing dingle=single dings=sings dobs=does dona=done doss=does drams=drama drays=days duding=during educe=reduce
    educed=reduced educing=reducing ells=tells erst=rest ewer=newer fays=days fended=ended fiends=friends fining=finding firs=first
    flied=filed foll=full fores=forces foxing=fixing frond=front fulling=pulling gadded=added gamin=gain gars=cars geed=need
    gillion=million girt=girl gite=give glace=place glaces=glances glads=glands gonk=gone gradate=graduate grans=grants groat=great
    gyve=give gyves=gives gyving=giving hakes=takes haled=hailed haply=happy hared=shared haring=hearing hart=heart haws=hawks
    helves=shelves heme=here hing=thing hings=things hipping=shipping hist=list hocked=shocked hods=holds hoed=hold hoer=hour hoke=home
    hoked=hooked holing=holding hols=holds houris=hours hows=shows hying=lying ides=ideas ilea=idea ital=vital kepi=kept kilned=killed
    laded=loaded lades=ladies lading=leading lamer=later laming=flaming larges=largest largo=large lase=last lased=lasted lases=cases
    lasing=basing lave=have laved=lived laving=having laxer=later laxest=latest leaper=leader leas=less leis=less lief=life liming=timing
    limned=lined ling=lying lings=lines loge=love loos=looks lour=your lours=hours lovey=lovely lowing=glowing lugger=slugger
    lumbers=numbers lusted=listed maced=faced mach=match macing=making manged=managed manger=manager mangers=managers maser=master
    maters=matters mattes=matters meas=means medial=medical mete=meet meting=meeting miking=making milers=miles mils=miles milts=miles
    minuets=minutes momenta=moment mopey=money mote=more nave=have netter=better netters=letters nits=units norther=northern
    nosily=noisily nuder=under oaten=often ocker=locker odder=order oped=open opes=open parky=party passe=passed pates=plates payed=played
    peculating=speculating peen=been pend=spend pended=tended pends=spends piked=liked pillion=million pimply=simply pinion=opinion
    pinions=opinions placers=players planers=planners planing=planning plat=plan plats=plants platy=play poled=polled ponce=once pone=done
    poos=pools poser=power poss=posts pother=other prates=pirates prats=parts preform=perform preformed=performed pres=press prov=prove
    pubic=public puled=pulled pules=rules puling=pulling quine=quite quire=quite quot=quota rares=rates rater=rather ratter=matter
    ravel=travel reals=meals regraded=regarded regrading=regarding relaxer=relaxed rends=trends resit=resist resits=resist riced=priced
    rices=prices ricks=tricks rifted=lifted rifting=drifting riles=miles rive=drive rived=lived rives=gives riving=living roached=reached
    roan=road roans=roads roes=roles rooked=looked rooking=looking roue=route roues=routes rued=ruled rues=rules ruing=ruling
    rummer=summer sames=names sangs=songs sappier=happier sasses=passes sate=state sates=states scow=show scows=shows scree=screen
    sens=sense sere=were serifs=series serous=serious sett=sent shad=shade shads=shades shes=shoes shew=show shews=shows shoat=short
    sightly=slightly sines=sides singe=single singes=singers sipper=supper sises=sides skying=saying slakes=shakes slummer=summer
    snogs=songs snood=stood snots=spots solders=soldiers sopped=stopped sots=shots sough=sought sporing=spring stet=step stile=still
    stolon=stolen supped=supper suppl=supply swilled=skilled tabor=labor tamped=stamped tamps=stamps tams=teams taring=taking tarn=turn
    tarried=carried tarted=started tarting=starting tatter=latter teds=tends teed=need temped=tempted thees=these therm=there thew=they
    thins=things thole=those throe=three tided=tired tine=time ting=thing tinging=tingling tings=things tither=either tittle=little
    toady=today toke=token toked=stoked toking=taking trad=trade treed=trend trews=trees treys=trees troth=truth trow=throw
    trowing=growing trows=throws trued=tried trug=true tuns=turns twink=think umping=dumping vended=ended vert=very viced=voiced
    vita=vital voles=roles volute=volume wadges=wages waled=walked waling=walking warded=awarded wast=last weens=weeks wees=weeks
    whee=when whits=whites wight=weight wile=while wiling=willing wist=list withe=with wived=lived wiving=living woad=word wold=would
    wolds=words wort=worth wroth=worth yeahs=years yeas=years zines=lines`,
}

const lists = new Map(
  Object.entries(written).map(([language, pairs]) => [
    language,
    new Map(pairs.split(/\s+/).map((pair) => pair.split('=') as [string, string])),
  ]),
)
