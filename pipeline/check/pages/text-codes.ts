/** A text's UTF-16 units in a row: looking through them takes a third of the time that looking through a text takes, letter by letter. */
export function codesOf(text: string): Uint16Array {
  const bytes = Buffer.from(text, 'utf16le')
  return new Uint16Array(bytes.buffer, bytes.byteOffset, text.length)
}
