declare module 'fontverter' {
  interface Fontverter {
    /** @throws {Error} for what is no font */
    convert(font: Buffer, to: 'sfnt' | 'woff' | 'woff2'): Promise<Buffer>
  }
  const fontverter: Fontverter
  export = fontverter
}
