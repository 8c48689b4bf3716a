import type { EngineRule } from '../rule.ts'

/** A silence that silences nothing: the mistake was mended, or the comment stands in the wrong place. Reported by the engine, which alone knows. */
export const unusedSilence: EngineRule = { kind: 'engine', name: 'unused-silence', severity: 'warning', options: {} }
