/** What a browser that opens the file by itself might run or fetch, or what could hide it from these expressions. */
const dangers: readonly (readonly [what: string, found: RegExp])[] = [
  [
    'an element that runs or embeds something',
    /<\s*(?:[\w.-]+:)?(?:script|foreignObject|iframe|embed|object|handler|listener|audio|video)\b/i,
  ],
  ['an event handler', /[\s"'/]on[a-z]+\s*=/i],
  ['an event handler', /attributeName\s*=\s*["']?\s*on/i],
  ['an address that runs', /(?:javascript|vbscript)\s*:|data\s*:\s*(?:text|application)/i],
  ['an address in disguise', /href\s*=\s*(?:"[^"]*&#|'[^']*&#)/i],
  ['an entity of its own', /<!ENTITY/i],
  ['a stylesheet of its own', /<\?xml-stylesheet|@import/i],
]

const encoding = /^\s*<\?xml[^>]*encoding\s*=\s*["']([^"']+)/i

/**
 * Why an SVG may not be published as it is: pages show it by `img`, where nothing in it runs, but its own address opens in a window, too.
 *
 * @returns "it holds an event handler (`onload=`)"; null where it is harmless
 */
export function unsafeSvg(bytes: Uint8Array): string | null {
  const text = Buffer.from(bytes).toString('utf8')
  const declared = encoding.exec(text)?.[1] ?? 'utf-8'
  if (text.includes('\0') || text.includes('\uFFFD') || !/^(?:utf-8|us-ascii)$/i.test(declared)) return 'its encoding is not UTF-8'
  for (const [what, danger] of dangers) {
    const [found] = danger.exec(text) ?? []
    if (found !== undefined) return `it holds ${what} (\`${found.trim().slice(0, 40)}\`)`
  }
  return null
}
