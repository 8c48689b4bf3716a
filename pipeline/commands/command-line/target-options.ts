import { named } from './given.ts'

export const targetOption = ['--to <TARGET>', 's3://bucket/prefix, or a folder', named] as const
export const waitOption = ['--wait', 'wait for a publish that is under way'] as const
