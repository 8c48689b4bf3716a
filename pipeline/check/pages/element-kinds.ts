/** How HTML's elements end, and which of them are read by rules of their own. */
export interface ElementKind {
  /** Has no end tag. */
  readonly isVoid: boolean
  /** What it holds, or what it does to elements around it, follows rules that a plain reading doesn't know. */
  readonly isPeculiar: boolean
  /** Holds text alone, whatever it looks like. */
  readonly isRaw: boolean
  /** May stand in a paragraph or a heading without ending it. */
  readonly isPhrasing: boolean
  /** A parser may end it before the element that is named. In doubt, it may. */
  endsBefore(name: string, kind: ElementKind): boolean
}

export function elementKind(name: string): ElementKind {
  return kinds.get(name) ?? ordinary
}

const never = () => false
export const ordinary: ElementKind = { isVoid: false, isPeculiar: false, isRaw: false, isPhrasing: false, endsBefore: never }

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(' '))
}

const voidElements = words('area base br col embed hr img input link meta source track wbr')
const peculiar = words(
  'svg math textarea xmp iframe noembed noframes plaintext image select option optgroup datalist output basefont command frame isindex keygen param',
)
const raw = words('script style title')
const paragraphs = words('p h1 h2 h3 h4 h5 h6')
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

const kinds: ReadonlyMap<string, ElementKind> = new Map(
  [voidElements, peculiar, raw, paragraphs, phrasing, new Set(enders.keys())].flatMap((names) =>
    [...names].map((name) => [name, kindOf(name)]),
  ),
)

function kindOf(name: string): ElementKind {
  return {
    isVoid: voidElements.has(name),
    isPeculiar: peculiar.has(name),
    isRaw: raw.has(name),
    isPhrasing: phrasing.has(name),
    endsBefore: endingOf(name),
  }
}

function endingOf(open: string): ElementKind['endsBefore'] {
  if (paragraphs.has(open)) return (_name, { isPhrasing }) => !isPhrasing
  const by = enders.get(open)
  return by === undefined ? never : (name) => by.has(name)
}
