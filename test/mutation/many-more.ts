/** Rounds of loops that only a loop without an end takes, where a test takes so many without a mistake. */
export function manyMore(rounds: number): number {
  return 20 * rounds + 100_000
}
