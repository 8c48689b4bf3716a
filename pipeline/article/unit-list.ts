import type { Frame, Unit } from '../model/article.ts'

/** The units of an article as they are found; tells how often each came before. */
export class UnitList {
  readonly units: Unit[] = []
  readonly #seen = new Map<string, number>()
  #frame: Frame | null = null

  get length(): number {
    return this.units.length
  }

  /** @returns the unit's index */
  add(unit: Omit<Unit, 'repeat' | 'frame'>): number {
    const key = `${unit.context ?? ''}\u0004${unit.text}`
    const repeat = this.#seen.get(key) ?? 0
    this.#seen.set(key, repeat + 1)
    return this.units.push({ ...unit, frame: this.#frame, repeat }) - 1
  }

  /** The units that `read` adds stand in `frame`, unless they stand in another one there. */
  within(frame: Frame, read: () => void): void {
    const outer = this.#frame
    this.#frame = frame
    read()
    this.#frame = outer
  }
}
