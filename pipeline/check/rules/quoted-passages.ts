import type { Passage } from '../passage.ts'

const opening = /[“„«»‚‹「『《〈＂"]|(?<![\p{L}\p{N}])[‘'](?=[\p{L}\p{N}])/gu

/** How many passages stand in quotation marks of whatever kind: rather too many than too few. */
export function quotedPassages({ words }: Passage): number {
  return words.match(opening)?.length ?? 0
}
