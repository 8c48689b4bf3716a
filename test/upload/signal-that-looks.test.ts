import { expect, test } from 'vitest'
import { signalThatLooks } from '../../pipeline/upload/signal-that-looks.ts'

test.each<[string, (signal: AbortSignal) => unknown]>([
  ['asked whether it is aborted', (signal) => signal.aborted],
  ['asked to throw', (signal) => signal.throwIfAborted()],
])('%s, it looks whether it is time, until it is', (_, ask) => {
  const controller = new AbortController()
  let [looks, late] = [0, false]
  const signal = signalThatLooks(controller, () => {
    looks++
    if (late) controller.abort(new Error('late'))
  })
  expect(ask(signal)).toBeFalsy()
  expect(looks).toBe(1)
  late = true
  expect(() => (ask(signal) === true ? signal.throwIfAborted() : undefined)).toThrow('late')
  expect(signal.aborted).toBe(true)
  expect(looks).toBe(2)
})
