import { rules } from '../check/rules/rules.ts'
import { didYouMean } from '../config/nearest.ts'
import { Failure } from '../model/failure.ts'
import type { Site } from '../model/site.ts'
import { failures } from './failures.ts'

/** A setting for a rule that isn't there would be silently without effect. @throws {Failure} `unknown-rule` */
export function knownRules(site: Pick<Site, 'rules'>): void {
  const known = rules.map(({ name }) => name)
  for (const name of site.rules.keys()) {
    if (!known.includes(name)) throw new Failure('unknown-rule', failures['unknown-rule'](name, known, didYouMean(name, known)))
  }
}
