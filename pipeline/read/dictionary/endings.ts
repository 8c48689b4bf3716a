import type { WordFormation } from './affix-rules.ts'

/** How words end, all rules and all that they allow behind them put together. */
export interface Endings {
  /** What is taken from the end of words with a flag, and the number of that. */
  readonly stumps: ReadonlyMap<string, readonly Stump[]>
  /** What may stand behind a word less so much, by its letters. */
  readonly all: ReadonlyMap<string, readonly number[]>
  /** Those behind which a compound may go on. */
  readonly linking: ReadonlyMap<string, readonly number[]>
  /** The letters that may come next in one that begins so. */
  readonly next: ReadonlyMap<string, string>
  /** Letters of the longest of all, and of the longest behind which a compound goes on. */
  readonly longest: number
  readonly longestLinking: number
}

export interface Stump {
  readonly taken: string
  readonly number: number
}

/** A word as it stands in the file, and one that may go on in a compound. */
export const bare = 0
export const bareLinking = 1

/** Beyond these it takes longer to learn them than to do without. */
const most = 60_000

/** @returns null where there are too many */
export function endingsOf({ rules, linking }: WordFormation): Endings | null {
  const gathered = new Gathering(linking)
  const suffixes = rules.filter(({ kind }) => kind === 'SFX')
  const byFlag = Map.groupBy(suffixes, ({ flag }) => flag)
  for (const first of suffixes) {
    gathered.add(first, first.taken, first.added, first.flags)
    for (const second of first.flags.flatMap((flag) => byFlag.get(flag) ?? [])) {
      if (first.added.endsWith(second.taken)) {
        gathered.add(first, first.taken, first.added.slice(0, first.added.length - second.taken.length) + second.added, second.flags)
      } else if (second.taken.endsWith(first.added)) {
        gathered.add(first, second.taken.slice(0, second.taken.length - first.added.length) + first.taken, second.added, second.flags)
      }
    }
    if (gathered.size > most) return null
  }
  return gathered.endings()
}

class Gathering {
  readonly #linkingFlags: ReadonlySet<string>
  readonly #stumps = new Map<string, Map<string, number>>()
  readonly #all = new Map<string, Set<number>>([['', new Set([bare])]])
  readonly #linking = new Map<string, Set<number>>([['', new Set([bareLinking])]])
  #numbers = bareLinking
  size = 0

  constructor(linkingFlags: ReadonlySet<string>) {
    this.#linkingFlags = linkingFlags
  }

  add({ flag }: { readonly flag: string }, taken: string, added: string, flags: readonly string[]): void {
    const number = this.#number(flag, taken)
    this.#put(this.#all, added, number)
    if (flags.some((one) => this.#linkingFlags.has(one))) this.#put(this.#linking, added, number)
  }

  endings(): Endings {
    const listed = (map: ReadonlyMap<string, ReadonlySet<number>>) => new Map([...map].map(([added, numbers]) => [added, [...numbers]]))
    const stumps = [...this.#stumps].map(([flag, byTaken]): [string, Stump[]] => {
      return [flag, [...byTaken].map(([taken, number]) => ({ taken, number }))]
    })
    return {
      stumps: new Map(stumps),
      all: listed(this.#all),
      linking: listed(this.#linking),
      next: nextLetters(this.#all.keys()),
      longest: longestOf(this.#all.keys()),
      longestLinking: longestOf(this.#linking.keys()),
    }
  }

  #number(flag: string, taken: string): number {
    const byTaken = this.#stumps.get(flag) ?? new Map<string, number>()
    this.#stumps.set(flag, byTaken)
    const number = byTaken.get(taken) ?? ++this.#numbers
    byTaken.set(taken, number)
    return number
  }

  #put(map: Map<string, Set<number>>, added: string, number: number): void {
    const numbers = map.get(added) ?? new Set<number>()
    if (numbers.size === 0) map.set(added, numbers)
    if (!numbers.has(number)) this.size++
    numbers.add(number)
  }
}

function nextLetters(endings: Iterable<string>): ReadonlyMap<string, string> {
  const next = new Map<string, string>()
  for (const ending of endings) {
    for (let at = 0; at < ending.length; at++) {
      const [begun, letter] = [ending.slice(0, at), ending.charAt(at)]
      const known = next.get(begun) ?? ''
      if (!known.includes(letter)) next.set(begun, known + letter)
    }
  }
  return next
}

function longestOf(endings: Iterable<string>): number {
  return [...endings].reduce((most, { length }) => Math.max(most, length), 0)
}
