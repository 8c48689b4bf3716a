/** Numbers that look random and are the same for the same seed, on every machine. */
export interface Random {
  /** A whole number from 0 up to, but without, `below`. */
  below(below: number): number
  /** True about once in `times`. */
  once(times: number): boolean
  /** One of the choices. */
  one<Choice>(choices: readonly [Choice, ...Choice[]]): Choice
}

/** Mulberry32, by Tommy Ettinger (public domain). */
export function random(seed: number): Random {
  let state = seed >>> 0
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000) * limit)
  }
  return {
    below,
    once: (times) => below(times) === 0,
    one: (choices) => choices[below(choices.length)] ?? choices[0],
  }
}
