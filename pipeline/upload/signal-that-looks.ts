/**
 * A controller's signal whose `aborted` and `throwIfAborted` look at the world first.
 *
 * A process that was stopped (SIGSTOP, a frozen machine) may go on with I/O before any of its timers runs: a deadline that only a timer watches would let a
 * request out after it.
 *
 * @param look aborts the controller where it is time
 */
export function signalThatLooks(controller: AbortController, look: () => void): AbortSignal {
  const { signal } = controller
  const prototype = Object.getPrototypeOf(signal) as AbortSignal
  const aborted = () => Reflect.get(prototype, 'aborted', signal) as boolean
  const lookOnce = () => {
    if (!aborted()) look()
  }
  return Object.defineProperties(signal, {
    aborted: {
      get() {
        lookOnce()
        return aborted()
      },
    },
    throwIfAborted: {
      value() {
        lookOnce()
        prototype.throwIfAborted.call(signal)
      },
    },
  })
}
