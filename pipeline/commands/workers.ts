/**
 * Does work as it comes, so much of it at a time.
 *
 * After a failure nothing more is begun; `start` and `end` throw it.
 */
export class Workers {
  readonly #width: number
  readonly #running = new Set<Promise<void>>()
  #failure: { readonly error: unknown } | null = null

  constructor(width: number) {
    this.#width = width
  }

  /** Waits for a free place, then begins. */
  async start(work: () => Promise<void>): Promise<void> {
    while (this.#running.size >= this.#width) await Promise.race(this.#running)
    this.#tell()
    const run: Promise<void> = work()
      .catch((error: unknown) => {
        this.#failure ??= { error }
      })
      .finally(() => this.#running.delete(run))
    this.#running.add(run)
  }

  /** Waits for all. */
  async end(): Promise<void> {
    await Promise.all(this.#running)
    this.#tell()
  }

  #tell(): void {
    if (this.#failure !== null) throw this.#failure.error
  }
}
