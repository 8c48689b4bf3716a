import type { Passage } from '../model/passage.ts'
import { evidenceOf, LONGEST, plainOf } from './evidence.ts'
import { type Known, lengthCost, type Structure } from './passage-cost.ts'
import { likeliestSteps, type Step } from './passage-lattice.ts'
import { SharedEvidence } from './shared-evidence.ts'

/** What belongs together; indexes into both lists. */
export interface DocumentPair {
  /** One at least. */
  readonly sources: readonly number[]
  readonly targets: readonly number[]
  /** `moved`: it stands elsewhere in the translation. */
  readonly how: 'pair' | 'split' | 'merge' | 'moved'
  /** A person need not look at it. */
  readonly sure: boolean
  /** Why it isn't sure. */
  readonly doubt: string | null
}

export interface DocumentAlignment {
  /** In the order of the sources. */
  readonly pairs: readonly DocumentPair[]
  /** Passages that are in no pair. */
  readonly sources: readonly number[]
  readonly targets: readonly number[]
}

/** Pairs of lower probability are for a person to look at; plain text tells less, and the model is too sure of it. */
const SURE = { marked: 0.95, plain: 0.998 } as const
/** Nothing is said of pairs that are less likely than this. */
const LIKELY = 0.3

/**
 * Which passages of a translated document belong to which of its source.
 *
 * Laws: every passage is in one pair at most, and else among those left over; a sure pair is one to one, of one kind, with the same numbers, links and footnotes; pairs other than `moved` ones never cross.
 */
export function alignDocument(
  sources: readonly Passage[],
  targets: readonly Passage[],
  structure: Structure = 'marked',
): DocumentAlignment {
  const [ours, theirs] = [known(sources), known(targets)]
  const rough = lengthRatio(ours, theirs)
  const first = likeliestSteps(ours, theirs, rough, structure)
  const ratio = ratioOf(first, ours, theirs) ?? rough
  const steps = Math.abs(Math.log(ratio / rough)) < 0.03 ? first : likeliestSteps(ours, theirs, ratio, structure)
  const inPlace = steps.flatMap((step) => pairOf(step, ours, theirs, ratio, structure) ?? [])
  const moved = movedPairs(inPlace, ours, theirs, ratio)
  const pairs = [...inPlace, ...moved].sort((a, b) => (a.sources[0] ?? 0) - (b.sources[0] ?? 0))
  return {
    pairs,
    sources: leftOver(sources, new Set(pairs.flatMap((pair) => pair.sources))),
    targets: leftOver(targets, new Set(pairs.flatMap((pair) => pair.targets))),
  }
}

function known(passages: readonly Passage[]): Known[] {
  return passages.map((passage) => ({ passage, evidence: evidenceOf(passage) }))
}

function leftOver(passages: readonly Passage[], paired: ReadonlySet<number>): number[] {
  return [...passages.keys()].filter((at) => !paired.has(at) && passages[at]?.kind !== 'code')
}

/** Of whole documents: between 0.2 (English to Chinese has 0.35) and 5. */
function lengthRatio(sources: readonly Known[], targets: readonly Known[]): number {
  const total = (side: readonly Known[]): number =>
    side.reduce((sum, { passage, evidence }) => sum + (passage.kind === 'code' ? 0 : evidence.length), 20)
  return Math.min(5, Math.max(0.2, total(targets) / total(sources)))
}

/** The median over probable pairs of some length. */
function ratioOf(steps: readonly Step[], sources: readonly Known[], targets: readonly Known[]): number | null {
  const ratios = steps.flatMap((step) => {
    const [source, target] = [sources[step.source], targets[step.target]]
    if (step.sources !== 1 || step.targets !== 1 || step.probability < 0.5 || !source || !target) return []
    return source.passage.kind === 'code' || source.evidence.length < 20 ? [] : [target.evidence.length / source.evidence.length]
  })
  if (ratios.length < 5) return null
  const middle = ratios.sort((a, b) => a - b)[Math.floor(ratios.length / 2)] as number
  return Math.min(5, Math.max(0.2, middle))
}

function pairOf(
  step: Step,
  sources: readonly Known[],
  targets: readonly Known[],
  ratio: number,
  structure: Structure,
): DocumentPair | null {
  const source = sources[step.source]
  const target = targets[step.target]
  if (step.sources === 0 || step.targets === 0 || step.probability < LIKELY) return null
  if (source === undefined || target === undefined || source.passage.kind === 'code' || target.passage.kind === 'code') return null
  const how = step.targets === 2 ? 'split' : step.sources === 2 ? 'merge' : 'pair'
  const doubt = how === 'pair' ? doubtOf(step.probability, source, target, ratio, structure) : how
  return {
    sources: Array.from({ length: step.sources }, (_, nth) => step.source + nth),
    targets: Array.from({ length: step.targets }, (_, nth) => step.target + nth),
    how,
    sure: doubt === null,
    doubt,
  }
}

/** What a person should look at; null where nothing speaks against the pair. */
function doubtOf(probability: number, source: Known, target: Known, ratio: number, structure: Structure): string | null {
  if (!sameKind(source, target, structure)) return 'another kind of block'
  if (Math.max(source.passage.text.length, target.passage.text.length) > LONGEST) return 'too long to compare'
  if (probability < SURE[structure]) return 'another place is possible'
  if (lengthCost(source.evidence.length, target.evidence.length, ratio) > 4) return 'another length'
  for (const name of ['numbers', 'links', 'footnotes'] as const) {
    const [ours, theirs] = [source.evidence[name], target.evidence[name]]
    if (ours.length !== theirs.length || ours.some((one, at) => one !== theirs[at])) return `other ${name}`
  }
  if (structure === 'marked' && !sameCodes(source.evidence.codes, target.evidence.codes)) return 'other inline code'
  if (structure === 'plain' && source.evidence.hasMarkup) return 'markup is lost'
  return isUntranslated(source, target) ? 'the same text' : null
}

/** Half of it at least: translators say a name twice, or put a pronoun for it. */
function sameCodes(ours: readonly string[], theirs: readonly string[]): boolean {
  const all = new Set([...ours, ...theirs])
  return [...new Set(ours)].filter((code) => theirs.includes(code)).length * 2 >= all.size
}

function sameKind({ passage: source }: Known, { passage: target }: Known, structure: Structure): boolean {
  if (structure === 'plain') return source.frame === target.frame
  if (source.kind === 'title') return target.kind === 'title' || (target.kind === 'heading' && target.level === 1)
  return source.kind === target.kind && source.level === target.level && source.frame === target.frame
}

/** Names and commands stay; a sentence doesn't. */
function isUntranslated(source: Known, target: Known): boolean {
  const plain = plainOf(source.passage.text)
  return plain === plainOf(target.passage.text) && (plain.match(/\p{Ll}{2,}/gu)?.length ?? 0) > 3
}

/** Passages without a partner in their place that have much in common, and with one another alone. */
function movedPairs(pairs: readonly DocumentPair[], sources: readonly Known[], targets: readonly Known[], ratio: number): DocumentPair[] {
  const openSources = leftOver(passagesOf(sources), new Set(pairs.flatMap((pair) => pair.sources)))
  const openTargets = leftOver(passagesOf(targets), new Set(pairs.flatMap((pair) => pair.targets)))
  const enough = enoughToMove(Math.max(sources.length, targets.length))
  const shared = new SharedEvidence(evidences(sources), evidences(openTargets.map((at) => targets[at] as Known)))
  const scored = openSources.flatMap((at) => {
    const source = sources[at] as Known
    return [...shared.with(source.evidence)].flatMap((common, nth) => {
      const target = targets[openTargets[nth] as number] as Known
      const score = common - lengthCost(source.evidence.length, target.evidence.length, ratio)
      return score >= enough && source.passage.kind === target.passage.kind
        ? [{ source: at, target: openTargets[nth] as number, score }]
        : []
    })
  })
  const taken = new Set<string>()
  return scored
    .sort((a, b) => b.score - a.score || a.source - b.source || a.target - b.target)
    .flatMap(({ source, target }) => {
      if (taken.has(`s${source}`) || taken.has(`t${target}`)) return []
      taken.add(`s${source}`).add(`t${target}`)
      return [{ sources: [source], targets: [target], how: 'moved' as const, sure: false, doubt: 'moved' }]
    })
}

/** Nats that two passages must have in common where their places say nothing; small documents can't tell as much. */
function enoughToMove(passages: number): number {
  return Math.min(5, 1.5 * Math.log(passages + 1))
}

function passagesOf(side: readonly Known[]): Passage[] {
  return side.map(({ passage }) => passage)
}

function evidences(side: readonly Known[]): Known['evidence'][] {
  return side.map(({ evidence }) => evidence)
}
