import type { Evidence } from './evidence.ts'
import { ALONE, type Known, kindCost, lengthCost, passageCost, regroupingCost, type Structure } from './passage-cost.ts'
import { SharedEvidence } from './shared-evidence.ts'

/** A step through both documents: how many passages of each it takes. */
export interface Move {
  readonly sources: number
  readonly targets: number
}

export interface Step extends Move {
  /** Index of its first passage of each side. */
  readonly source: number
  readonly target: number
  /** How sure it is that the true alignment has this step, from 0 to 1. */
  readonly probability: number
}

/** Passages away from the diagonal that are still looked at: documents of fewer have all their pairs compared. */
const BAND = 400

const MOVES: readonly Move[] = [
  { sources: 1, targets: 1 },
  { sources: 1, targets: 0 },
  { sources: 0, targets: 1 },
  { sources: 1, targets: 2 },
  { sources: 2, targets: 1 },
]

/**
 * The likeliest way through both documents, and how sure each of its steps is.
 *
 * Probabilities are those of a hidden Markov model over all ways (forward and backward sums), so that a step is sure only where its rivals are unlikely.
 */
export function likeliestSteps(sources: readonly Known[], targets: readonly Known[], ratio: number, structure: Structure): Step[] {
  const lattice = new Lattice(sources, targets, ratio, structure)
  return lattice.steps()
}

class Lattice {
  readonly #sources: readonly Known[]
  readonly #targets: readonly Known[]
  readonly #ratio: number
  readonly #structure: Structure
  readonly #width: number
  /** What pairs have in common, a row a source, within the band. */
  readonly #shared: Float32Array
  readonly #pairs: Float32Array

  constructor(sources: readonly Known[], targets: readonly Known[], ratio: number, structure: Structure) {
    this.#sources = sources
    this.#targets = targets
    this.#ratio = ratio
    this.#structure = structure
    this.#width = Math.min(targets.length + 1, 2 * BAND + 1)
    this.#shared = new Float32Array(sources.length * this.#width)
    this.#pairs = new Float32Array(sources.length * this.#width)
    const evidence = (known: readonly Known[]): Evidence[] => known.map((one) => one.evidence)
    const shared = new SharedEvidence(evidence(sources), evidence(targets))
    for (const at of sources.keys()) this.#compare(at, shared)
  }

  steps(): Step[] {
    const forward = this.#sums('forward')
    const backward = this.#sums('backward')
    const total = forward.at(this.#cell(this.#sources.length, this.#targets.length)) ?? 0
    const steps: Step[] = []
    const best = this.#best()
    for (let [source, target] = [this.#sources.length, this.#targets.length]; source + target > 0; ) {
      const move = MOVES[best[this.#cell(source, target)] ?? 0] as Move
      const end = this.#cell(source, target)
      source -= move.sources
      target -= move.targets
      const cost = (forward[this.#cell(source, target)] ?? 0) + this.#cost(source, target, move) + (backward[end] ?? 0)
      steps.push({ ...move, source, target, probability: Math.min(1, Math.exp(total - cost)) })
    }
    return steps.reverse()
  }

  #compare(at: number, shared: SharedEvidence): void {
    const source = this.#sources[at] as Known
    const row = shared.with(source.evidence)
    const low = this.#low(at)
    for (let target = low; target < Math.min(low + this.#width, this.#targets.length); target++) {
      const cell = at * this.#width + target - low
      this.#shared[cell] = row[target] ?? 0
      this.#pairs[cell] = passageCost(source, this.#targets[target] as Known, this.#ratio, this.#structure) - (row[target] ?? 0)
    }
  }

  /** First target of a row of the band. */
  #low(source: number): number {
    const middle = Math.round((source / Math.max(1, this.#sources.length)) * this.#targets.length)
    return Math.max(0, Math.min(middle - BAND, this.#targets.length + 1 - this.#width))
  }

  /** Index in a table of sums; -1 outside of the band. */
  #cell(source: number, target: number): number {
    const column = target - this.#low(source)
    return source < 0 || target < 0 || column < 0 || column >= this.#width ? -1 : source * this.#width + column
  }

  /** Of the step that begins there; infinite where there is none. */
  #cost(source: number, target: number, { sources, targets }: Move): number {
    if (source < 0 || target < 0 || source + sources > this.#sources.length || target + targets > this.#targets.length)
      return Number.POSITIVE_INFINITY
    if (sources === 1 && targets === 1) return this.#of(this.#pairs, source, target)
    if (sources === 0) return aloneCost(this.#targets[target] as Known)
    if (targets === 0) return aloneCost(this.#sources[source] as Known)
    return this.#regroupCost(source, target, sources === 2)
  }

  #of(table: Float32Array, source: number, target: number): number {
    const cell = this.#cell(source, target)
    return cell < 0 ? Number.POSITIVE_INFINITY : (table[cell] ?? Number.POSITIVE_INFINITY)
  }

  #regroupCost(source: number, target: number, merges: boolean): number {
    const one = (merges ? this.#targets[target] : this.#sources[source]) as Known
    const parts = (
      merges ? [this.#sources[source], this.#sources[source + 1]] : [this.#targets[target], this.#targets[target + 1]]
    ) as Known[]
    if ([one, ...parts].some(({ passage }) => !REGROUPABLE.has(passage.kind))) return Number.POSITIVE_INFINITY
    const length = parts.reduce((sum, { evidence }) => sum + evidence.length, 1)
    const lengths = merges ? lengthCost(length, one.evidence.length, this.#ratio) : lengthCost(one.evidence.length, length, this.#ratio)
    const kinds = Math.max(...parts.map(({ passage }) => kindCost(one.passage, passage, this.#structure)))
    const other = merges ? this.#of(this.#shared, source + 1, target) : this.#of(this.#shared, source, target + 1)
    return regroupingCost(one.passage) + kinds + lengths - Math.min(10, this.#of(this.#shared, source, target) + other)
  }

  /** Negative logarithms of the summed likelihoods of all ways from the start to each cell, or from it to the end. */
  #sums(direction: Direction): Float64Array {
    const sums = new Float64Array((this.#sources.length + 1) * this.#width).fill(Number.POSITIVE_INFINITY)
    const ways = new Float64Array(MOVES.length)
    this.#eachCell(direction, (source, target, isStart) => {
      sums[this.#cell(source, target)] = isStart ? 0 : this.#sum(sums, source, target, direction, ways)
    })
    return sums
  }

  #sum(sums: Float64Array, source: number, target: number, direction: Direction, ways: Float64Array): number {
    let least = Number.POSITIVE_INFINITY
    for (let at = 0; at < MOVES.length; at++) {
      const move = MOVES[at] as Move
      const way =
        direction === 'forward'
          ? this.#sumAt(sums, source - move.sources, target - move.targets) + this.#cost(source - move.sources, target - move.targets, move)
          : this.#sumAt(sums, source + move.sources, target + move.targets) + this.#cost(source, target, move)
      ways[at] = way
      if (way < least) least = way
    }
    if (least === Number.POSITIVE_INFINITY) return least
    let sum = 0
    for (const way of ways) sum += Math.exp(least - way)
    return least - Math.log(sum)
  }

  #sumAt(sums: Float64Array, source: number, target: number): number {
    const cell = source > this.#sources.length || target > this.#targets.length ? -1 : this.#cell(source, target)
    return cell < 0 ? Number.POSITIVE_INFINITY : (sums[cell] ?? Number.POSITIVE_INFINITY)
  }

  /** For each cell the last move of the likeliest way there. */
  #best(): Uint8Array {
    const size = (this.#sources.length + 1) * this.#width
    const costs = new Float64Array(size).fill(Number.POSITIVE_INFINITY)
    const best = new Uint8Array(size)
    this.#eachCell('forward', (source, target, isStart) => {
      const cell = this.#cell(source, target)
      if (isStart) costs[cell] = 0
      for (let at = 0; at < MOVES.length; at++) {
        const move = MOVES[at] as Move
        const [before, above] = [source - move.sources, target - move.targets]
        const cost = this.#sumAt(costs, before, above) + this.#cost(before, above, move)
        if (cost >= (costs[cell] ?? 0)) continue
        costs[cell] = cost
        best[cell] = at
      }
    })
    return best
  }

  /** Every cell of the band, those that a step comes from before those that it leads to. */
  #eachCell(direction: Direction, visit: (source: number, target: number, isStart: boolean) => void): void {
    const [rows, columns] = [this.#sources.length, this.#targets.length]
    for (let step = 0; step <= rows; step++) {
      const source = direction === 'forward' ? step : rows - step
      const low = this.#low(source)
      for (let column = 0; column < this.#width; column++) {
        const target = direction === 'forward' ? low + column : low + this.#width - 1 - column
        visit(source, target, direction === 'forward' ? source + target === 0 : source === rows && target === columns)
      }
    }
  }
}

type Direction = 'forward' | 'backward'

const REGROUPABLE: ReadonlySet<string> = new Set(['paragraph', 'list item', 'heading'])

function aloneCost({ passage }: Known): number {
  return passage.kind === 'code' ? ALONE / 2 : ALONE
}
