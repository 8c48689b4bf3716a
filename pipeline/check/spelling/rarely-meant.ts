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
  en: `aery=very arums=arms bluet=blue bonce=once calked=called carious=various cays=days censer=center chis=this cine=line coll=call corm=form
    cray=gray cruse=cause daces=faces dags=days dhow=show dhows=shows dimply=simply dobs=does dona=done doss=does drays=days duding=during ells=tells erst=rest
    fays=days foll=full gamin=gain gars=cars geed=need girt=girl gite=give gonk=gone grans=grants groat=great gyve=give gyves=gives gyving=giving
    haply=happy heme=here hing=thing hings=things hist=list hoed=hold hoer=hour hoke=home houris=hours hows=shows ilea=idea kepi=kept kilned=killed lase=last lave=have
    laved=lived laving=having leas=less leis=less lief=life lings=lines loge=love lour=your lours=hours macing=making meas=means mete=meet miking=making
    milts=miles momenta=moment nave=have netter=better nits=units nuder=under oaten=often oped=open opes=open peen=been planing=planning plat=plan platy=play
    pone=done ponce=once pother=other pubic=public puled=pulled pules=rules quine=quite rived=lived rives=gives riving=living roan=road rooked=looked
    rooking=looking roue=route roues=routes rummer=summer sate=state sates=states scow=show scows=shows sens=sense sere=were serous=serious sett=sent shew=show shews=shows shoat=short
    sises=sides snood=stood sots=shots sporing=spring stet=step suppl=supply tabor=labor tarn=turn teed=need thees=these thew=they thole=those tine=time tither=either
    toking=taking treys=trees trews=trees troth=truth trow=throw trowing=growing trows=throws trug=true tuns=turns twink=think vert=very volute=volume waled=walked wast=last
    weens=weeks wees=weeks whee=when wist=list withe=with wived=lived wiving=living woad=word wold=would wroth=worth`,
}

const lists = new Map(
  Object.entries(written).map(([language, pairs]) => [
    language,
    new Map(pairs.split(/\s+/).map((pair) => pair.split('=') as [string, string])),
  ]),
)
