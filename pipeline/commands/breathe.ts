import { setImmediate } from 'node:timers/promises'

/**
 * Let in what waits: signals, the spinner, requests. A command that works without waiting for anything calls it once an article, else Ctrl-C would be heard at the end only.
 *
 * @throws {unknown} the signal's reason, where it came to stop
 */
export async function breathe(signal: AbortSignal): Promise<void> {
  await setImmediate()
  signal.throwIfAborted()
}
