/** What goes back to an HTTP client; for HEAD the body tells its length alone. */
export interface HttpAnswer {
  readonly status: number
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array | string
}
