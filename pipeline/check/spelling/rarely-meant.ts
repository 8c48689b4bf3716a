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
  en: `abut=about addend=added aeries=series aery=very anted=wanted anther=another apter=after ares=areas aright=right
    articular=particular arums=arms ashed=washed aught=caught barer=barber bating=batting bawd=bawdy beaut=beauty bight=bright
    birded=birdied blat=blast bluet=blue bock=block bods=bonds bonce=once calked=called calking=talking carious=various cation=action
    cations=actions cays=days censer=center chis=this cine=line clacks=lacks coll=call conduced=conducted conduces=conducts corer=corner
    corespondent=correspondent corm=form cray=gray cruse=cause dace=dance daces=faces dafter=after dags=days dded=added dding=adding
    deputes=deputies determent=deterrent dhow=show dhows=shows dimply=simply ding=doing dobs=does dona=done doss=does drays=days
    duding=during educe=reduce educed=reduced ells=tells erst=rest ewer=newer fays=days fiends=friends firs=first foll=full fores=forces
    fulling=pulling gamin=gain gars=cars geed=need gillion=million girt=girl gite=give gonk=gone gradate=graduate grans=grants
    groat=great gyve=give gyves=gives gyving=giving haply=happy hared=shared haring=hearing hart=heart haws=hawks helves=shelves
    heme=here hing=thing hings=things hist=list hods=holds hoed=hold hoer=hour hoke=home hoked=hooked hols=holds houris=hours hows=shows
    ides=ideas ilea=idea ital=vital kepi=kept kilned=killed lades=ladies lading=leading larges=largest lase=last lased=lasted lases=cases
    lasing=basing lave=have laved=lived laving=having laxest=latest leas=less leis=less lief=life lings=lines loge=love lour=your
    lours=hours lovey=lovely lugger=slugger macing=making manged=managed manger=manager mangers=managers maser=master mattes=matters
    meas=means medial=medical mete=meet meting=meeting miking=making mils=miles milts=miles minuets=minutes momenta=moment mote=more
    nave=have netter=better nits=units nosily=noisily nuder=under oaten=often ocker=locker oped=open opes=open parky=party passe=passed
    payed=played peculating=speculating peen=been pend=spend pillion=million pinion=opinion pinions=opinions planing=planning plat=plan
    plats=plants platy=play ponce=once pone=done poss=posts pother=other prats=parts preform=perform preformed=performed pres=press
    prov=prove pubic=public puled=pulled pules=rules puling=pulling quine=quite rares=rates rater=rather ratter=matter ravel=travel
    rices=prices rive=drive rived=lived rives=gives riving=living roan=road rooked=looked rooking=looking roue=route roues=routes
    rued=ruled rues=rules ruing=ruling rummer=summer sames=names sangs=songs sappier=happier sate=state sates=states scow=show
    scows=shows scree=screen sens=sense sere=were serous=serious sett=sent shes=shoes shew=show shews=shows shoat=short sightly=slightly
    singe=single sipper=supper sises=sides snood=stood sopped=stopped sots=shots sough=sought sporing=spring stet=step stile=still
    suppl=supply tabor=labor tarn=turn tarted=started tarting=starting teds=tends teed=need temped=tempted thees=these therm=there
    thew=they thins=things thole=those throe=three tine=time ting=thing tinging=tingling tings=things tither=either tittle=little
    toady=today toked=stoked toking=taking trad=trade trews=trees treys=trees troth=truth trow=throw trowing=growing trows=throws
    trued=tried trug=true tuns=turns twink=think umping=dumping vert=very vita=vital volute=volume wadges=wages waled=walked
    waling=walking wast=last weens=weeks wees=weeks whee=when whits=whites wight=weight wile=while wiling=willing wist=list withe=with
    wived=lived wiving=living woad=word wold=would wort=worth wroth=worth yeahs=years yeas=years`,
}

const lists = new Map(
  Object.entries(written).map(([language, pairs]) => [
    language,
    new Map(pairs.split(/\s+/).map((pair) => pair.split('=') as [string, string])),
  ]),
)
