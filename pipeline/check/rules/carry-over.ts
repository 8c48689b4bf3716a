/** What one passage opens and doesn't close, and closes without having opened it. */
interface Loose<Mark> {
  readonly open: readonly Mark[]
  readonly stray: readonly Mark[]
}

/** By passage. */
interface Left<Mark> {
  readonly open: readonly (readonly Mark[])[]
  readonly stray: readonly (readonly Mark[])[]
}

/** How many passages further on something may still be closed. */
const reach = 8

/**
 * What stays loose when a later passage may close what an earlier one opened.
 *
 * @param goesOn whether what the passage at `index` leaves open is taken up again by the next one
 */
export function carryOver<Mark>(readings: readonly Loose<Mark>[], goesOn: (index: number) => boolean): Left<Mark> {
  const open = readings.map((reading) => [...reading.open])
  const stray = readings.map((reading) => [...reading.stray])
  const waiting: number[] = []
  for (const [index, own] of stray.entries()) {
    while (own.length > 0 && index - (waiting.at(-1) ?? Number.NEGATIVE_INFINITY) <= reach) {
      open[waiting.pop() ?? index]?.pop()
      own.shift()
    }
    if (goesOn(index)) open[index]?.pop()
    else for (const _ of open[index] ?? []) waiting.push(index)
  }
  return { open, stray }
}
