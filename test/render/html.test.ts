import { fc, test } from '@fast-check/vitest'
import { parseFragment } from 'parse5'
import { expect } from 'vitest'
import { Html } from '../../pipeline/model/html.ts'
import { html } from '../../pipeline/render/html.ts'

const text = fc.string({ unit: 'binary' }).map((each) => each.replace(/\r\n?/g, '\n'))

test.prop([text, text])('whatever the values, only the template’s own elements and attributes come out', (inside, value) => {
  const [paragraph, ...more] = parseFragment(`${html`<p title="${value}" lang="en">${inside}</p>`}`).childNodes
  expect(more).toEqual([])
  expect(paragraph).toMatchObject({
    tagName: 'p',
    attrs: [
      { name: 'title', value: value.replaceAll('\0', '\uFFFD') },
      { name: 'lang', value: 'en' },
    ],
    childNodes: inside === '' ? [] : [{ nodeName: '#text', value: inside.replaceAll('\0', '\uFFFD') }],
  })
})

test.each([
  ['Html as it is', new Html('<b>&amp;</b>'), '<b>&amp;</b>'],
  ['text escaped', `<b class='x' title="&">`, '&lt;b class=&#39;x&#39; title=&quot;&amp;&quot;&gt;'],
  ['numbers', 0, '0'],
  ['null as nothing', null, ''],
  ['undefined as nothing', undefined, ''],
  ['false as nothing', false as const, ''],
  ['lists joined', ['a', ['<', null], new Html('<br>')], 'a&lt;<br>'],
])('%s', (_, value, expected) => {
  expect(`${html`${value}`}`).toBe(expected)
})
