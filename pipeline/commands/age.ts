import { counted } from './counted.ts'

const day = 86_400_000

/** "12 days": whole ones between an instant (ISO 8601) and now. */
export function ageOf(time: string, now: Date): string {
  const days = Math.max(0, Math.floor((now.getTime() - Date.parse(time)) / day))
  return days === 0 ? 'today' : counted(days, 'day')
}

/** `2026-11-03`, in UTC. */
export function dayOf(time: string): string {
  return time.slice(0, 10)
}
