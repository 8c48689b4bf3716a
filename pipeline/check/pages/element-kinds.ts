/** How HTML's elements end, and which of them are read by rules of their own. */

export function isVoid(name: string): boolean {
  return voidElements.has(name)
}

/** Whether what it holds, or what it does to elements around it, follows rules that a plain reading doesn't know. */
export function isPeculiar(name: string): boolean {
  return peculiar.has(name)
}

/** Whether a parser may end the element `open` before one named `name` begins. In doubt, yes. */
export function endsBefore(open: string | undefined, name: string): boolean {
  if (open === undefined) return false
  if (paragraphs.has(open)) return !phrasing.has(name)
  return enders.get(open)?.has(name) === true
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(' '))
}

const voidElements = words('area base br col embed hr img input link meta source track wbr')
const peculiar = words(
  'svg math textarea xmp iframe noembed noframes plaintext image select option optgroup datalist output basefont command frame isindex keygen param',
)
const paragraphs = words('p h1 h2 h3 h4 h5 h6')
/** All that may stand in a paragraph or a heading without ending it. */
const phrasing = words(
  'a abbr audio b bdi bdo br cite code data del dfn em i img ins kbd mark picture q ruby rb rt rp s samp small source span strong sub sup time u var video wbr',
)
const enders: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    a: 'a',
    li: 'li',
    dt: 'dt dd',
    dd: 'dt dd',
    rt: 'rt rp',
    rp: 'rt rp',
    tr: 'tr',
    td: 'tr td',
    th: 'tr td th',
    thead: 'td tbody tfoot',
    tbody: 'tbody tfoot',
    head: 'body',
    button: 'input button',
  }).map(([name, by]) => [name, words(by)]),
)
