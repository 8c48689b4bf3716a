import type { Unit } from '../model/article.ts'

/** The units of an article as they are found; tells how often each came before. */
export class UnitList {
  readonly units: Unit[] = []
  readonly #seen = new Map<string, number>()

  get length(): number {
    return this.units.length
  }

  /** @returns the unit's index */
  add(unit: Omit<Unit, 'repeat'>): number {
    const key = `${unit.context ?? ''}\u0004${unit.text}`
    const repeat = this.#seen.get(key) ?? 0
    this.#seen.set(key, repeat + 1)
    return this.units.push({ ...unit, repeat }) - 1
  }
}
