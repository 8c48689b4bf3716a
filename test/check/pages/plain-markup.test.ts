import { fc, test as property } from '@fast-check/vitest'
import { XMLValidator } from 'fast-xml-parser'
import { Parser } from 'htmlparser2'
import { expect, test } from 'vitest'
import { type MarkupReader, readPlainMarkup } from '../../../pipeline/check/pages/plain-markup.ts'

type Event = readonly [kind: 'open' | 'text' | 'close', what: string, attributes?: Readonly<Record<string, string>>]

class Recorder implements MarkupReader {
  readonly events: Event[] = []

  onopentag(name: string, attributes: Record<string, string>): void {
    this.events.push(['open', name, { ...attributes }])
  }

  ontext(text: string): void {
    const last = this.events.at(-1)
    if (last?.[0] === 'text') this.events[this.events.length - 1] = ['text', last[1] + text]
    else if (text !== '') this.events.push(['text', text])
  }

  onclosetag(name: string): void {
    this.events.push(['close', name])
  }
}

function parsed(text: string, syntax: 'html' | 'xml'): readonly Event[] {
  const recorder = new Recorder()
  const parser = new Parser(recorder, { xmlMode: syntax === 'xml' })
  parser.write(text)
  parser.end()
  return recorder.events
}

/** Null where the plain reading gives up. */
function plain(text: string, syntax: 'html' | 'xml'): readonly Event[] | null {
  const recorder = new Recorder()
  return readPlainMarkup(text, syntax, recorder) ? recorder.events : null
}

test.each([
  [
    'a page',
    '<!doctype html>\n<html lang="it"><head><meta charset="utf-8"><title>A &amp; B</title></head><body><p>C<br/>d</p></body></html>\n',
  ],
  ['values without quotation marks around them, or without a value', '<input disabled><a id="b" download>c</a>'],
  ['a script with markup in it', '<script type="application/ld+json">{"a": "<b>&amp;"}</script>'],
  ['entities', '<p title="&quot;a&#39;">&lt;b&gt; &nbsp;&amp;amp;</p>'],
])('%s', (_what, html) => {
  expect(plain(html, 'html')).toEqual(parsed(html, 'html'))
})

test.each([
  ['an element that isn’t closed', '<ul><li>a<li>b</ul>'],
  ['a paragraph that another element ends', '<p>a<div>b</div></p>'],
  ['a link in a link', '<a href="/a"><a href="/b">c</a></a>'],
  ['capitals', '<P>a</P>'],
  ['a comment', '<p>a<!-- <b> --></p>'],
  ['a picture of lines', '<svg><title>a</title><path d="M0"/></svg>'],
  ['a value in single quotes', "<p id='a'>b</p>"],
  ['an entity that is rare', '<p>caf&eacute;</p>'],
  ['an ampersand by itself', '<p>A & B</p>'],
  ['a form in a form', '<form><div><form></form></div></form>'],
  ['an attribute twice', '<p id="a" id="b">c</p>'],
  ['an end without a beginning', '</p>'],
  ['a script that holds its own end', '<script>"</scr" + "</script>"</script>'],
])('%s is left to the parser', (_what, html) => {
  expect(plain(html, 'html')).toBeNull()
})

test.each([
  ['a feed', '<?xml version="1.0" encoding="UTF-8"?>\n<feed xml:lang="it"><link href="a"/><title>B &amp; c</title></feed>\n'],
  ['space around', '\n <a>\n</a> '],
])('XML: %s', (_what, xml) => {
  expect(plain(xml, 'xml')).toEqual(parsed(xml.replace(/<\?.*\?>/, '').trim(), 'xml'))
})

test.each([
  '<a>',
  '<a></b>',
  '<a/><b/>',
  '<a b="<"/>',
  '<a b="c" b="d"/>',
  '<a b=c/>',
  '<a b/>',
  '<a>&b;</a>',
  '<a>& b</a>',
  'a',
  '',
  '<a></a>b',
  '<1/>',
])('XML that is none is left to the parser: %j', (xml) => {
  expect(plain(xml, 'xml')).toBeNull()
})

const words = fc.string({
  unit: fc.oneof(
    fc.constantFrom('&amp;', '&lt;', '&#39;', '&eacute;', '&nbsp;', '&', ' ', '\n', 'é', '海', '/', '>', "'"),
    fc.string({ maxLength: 1 }),
  ),
  maxLength: 8,
})
const value = words.map((one) => one.replace(/"/g, ''))
const attribute = fc.oneof(
  fc.tuple(fc.constantFrom('id', 'href', 'lang', 'aria-label', 'xml:lang', 'Title'), value).map(([name, text]) => ` ${name}="${text}"`),
  fc.constantFrom(' hidden', " dir='rtl'", '\nwidth=2', '  '),
)
const names =
  'p a li ul td tr th tbody table h1 h2 div em title script style head body b br img option select button form svg dt dd rt ruby input pre q'
const tag = fc
  .tuple(fc.constantFrom(...names.split(' ')), fc.array(attribute, { maxLength: 2 }), fc.constantFrom('>', '>', '>', '/>', ' >', ''))
  .map(([name, all, end]) => `<${name}${all.join('')}${end}`)
const closing = fc.constantFrom(...names.split(' ')).map((name) => `</${name}>`)
const loose = fc.array(fc.oneof(words, tag, closing, fc.constantFrom('<!-- a -->', '<!doctype html>', '<![CDATA[a]]>', '<?a?>')), {
  maxLength: 12,
})
const nested = fc.letrec<{ readonly node: string }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small' },
    words.map((one) => one.replace(/</g, '')),
    fc
      .tuple(fc.constantFrom(...names.split(' ')), fc.array(attribute, { maxLength: 2 }), fc.array(tie('node'), { maxLength: 4 }))
      .map(([name, all, inner]) => `<${name}${all.join('')}>${inner.join('')}${/^(?:br|img|input)$/.test(name) ? '' : `</${name}>`}`),
  ),
})).node

property.prop([
  fc.oneof(
    nested,
    loose.map((parts) => parts.join('')),
  ),
])('what is read plainly is what the parser reads', (html) => {
  const read = plain(html, 'html')
  if (read !== null) expect(read).toEqual(parsed(html, 'html'))
})

property.prop([
  fc.oneof(
    nested,
    loose.map((parts) => `<a>${parts.join('')}</a>`),
  ),
])('XML that is read plainly is well-formed, and what the parser reads', (xml) => {
  const read = plain(xml, 'xml')
  if (read === null) return
  expect(XMLValidator.validate(xml)).toBe(true)
  expect(read).toEqual(parsed(xml, 'xml'))
})
