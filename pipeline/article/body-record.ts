import type { Nodes } from 'mdast'
import type { Heading, Hole, Silence, Target } from '../model/article.ts'
import type { Finding } from '../model/finding.ts'
import { linkSchemes } from '../model/inline-elements.ts'
import { placeOf } from '../model/place.ts'
import { holeMark } from './holes.ts'
import type { UnitList } from './unit-list.ts'
import { endOf, startOf } from './unit-text.ts'

export interface BodyInput {
  readonly file: string
  /** Of the whole file. */
  readonly text: string
  /** Offset of the body. */
  readonly base: number
  readonly units: UnitList
}

/** Offsets in the file. */
export interface Range {
  readonly start: number
  readonly end: number
}

const scheme = /^[a-z][a-z0-9+.-]*:/i

/** `javascript:` in lower case; null for a relative address. */
export function schemeOf(address: string): string | null {
  return scheme.exec(address)?.[0].toLowerCase() ?? null
}

/** What is noted while a body is read. */
export class BodyRecord {
  readonly holes: Hole[] = []
  readonly targets: Target[] = []
  readonly headings: Heading[] = []
  readonly findings: Finding[] = []
  readonly silences: Silence[] = []
  readonly input: BodyInput

  constructor(input: BodyInput) {
    this.input = input
  }

  rangeOf(node: Nodes): Range {
    return { start: startOf(node) + this.input.base, end: endOf(node) + this.input.base }
  }

  /** @returns the mark that stands in the tree for the hole */
  hole(hole: Hole): string {
    return holeMark(this.holes.push(hole) - 1)
  }

  find(rule: string, severity: Finding['severity'], { start, end }: Range, message: string): void {
    const { file, text } = this.input
    this.findings.push({ rule, severity, ...placeOf(file, text, start, end), message, actual: text.slice(start, end), expected: [] })
  }

  /** An address that must lead somewhere, or mustn't be there at all. */
  target({ kind, address, alt }: Pick<Target, 'kind' | 'address' | 'alt'>, range: Range): void {
    const its = schemeOf(address)
    if (its !== null && !linkSchemes.has(its)) {
      this.find('unsafe-link', 'error', range, `Unexpected link scheme \`${its}\`, expected http, https, mailto or tel.`)
    } else if (its === null || kind === 'picture') {
      this.targets.push({ kind, address, alt, ...range })
    }
  }

  /** The units that `read` adds, as indexes. */
  unitsOf(read: () => void): number[] {
    const before = this.input.units.length
    read()
    return Array.from({ length: this.input.units.length - before }, (_, nth) => before + nth)
  }
}
