import { expect, test } from 'vitest'
import { wordsDigest } from '../../../pipeline/catalog/exchange/unit-id.ts'
import { catalog, message } from '../sample.ts'
import { xliffOf } from './units.ts'

const previous = { context: null, id: 'One ship.', idPlural: null }
const title = message('Ferries & ice', 'Traghetti <e> ghiaccio', { context: 'title', extracted: [' title, at most 110 characters'] })
const reviewed = message('Done.', 'Fatto.', { comments: [' Ada: short', '', ' Reviewed-by: Ada 1f2e'] })
const fuzzy = message('Two ships.', 'Una nave.', { flags: ['fuzzy'], previous, comments: [' Bo: why?'] })
const doubted = message('Three \u0001.', 'Tre.', { flags: ['fuzzy'] })
const open = message('Four.', '')
const emptied = message('Five.', '', { flags: ['fuzzy'] })
const gone = message('Gone.', 'Andato.', { obsolete: true })

const metadata = (of: typeof open) => `      <mda:metadata>
        <mda:metaGroup category="colophon">
          <mda:meta type="words">${wordsDigest(of)}</mda:meta>
        </mda:metaGroup>
      </mda:metadata>`

test('a unit a message: states, notes, the previous source; obsolete ones aside', () => {
  const file = xliffOf(catalog(title, reviewed, fuzzy, doubted, open, emptied, gone))
  expect(file.replace(/<unit id="[^"]+"/g, '<unit')).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0" version="2.1" srcLang="en" trgLang="it">
  <file id="f1" original="articles/talks.md">
    <unit name="title" xml:space="preserve">
${metadata(title)}
      <notes>
        <note category="extracted">title, at most 110 characters</note>
      </notes>
      <segment state="translated">
        <source>Ferries &amp; ice</source>
        <target>Traghetti &lt;e&gt; ghiaccio</target>
      </segment>
    </unit>
    <unit xml:space="preserve">
${metadata(reviewed)}
      <notes>
        <note category="comment">Ada: short
Reviewed-by: Ada 1f2e</note>
      </notes>
      <segment state="reviewed">
        <source>Done.</source>
        <target>Fatto.</target>
      </segment>
    </unit>
    <unit xml:space="preserve">
${metadata(fuzzy)}
      <notes>
        <note category="comment">Bo: why?</note>
        <note category="previous-source">One ship.</note>
      </notes>
      <segment state="initial" subState="colophon:fuzzy">
        <source>Two ships.</source>
        <target>Una nave.</target>
      </segment>
    </unit>
    <unit xml:space="preserve">
${metadata(doubted)}
      <segment state="initial" subState="colophon:fuzzy">
        <source>Three <cp hex="0001"/>.</source>
        <target>Tre.</target>
      </segment>
    </unit>
    <unit xml:space="preserve">
${metadata(open)}
      <segment state="initial">
        <source>Four.</source>
      </segment>
    </unit>
    <unit xml:space="preserve">
${metadata(emptied)}
      <segment state="initial">
        <source>Five.</source>
      </segment>
    </unit>
  </file>
</xliff>
`)
})
