import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { catalogOf } from '../catalog/sample.ts'
import { colophon } from '../support/cli.ts'
import { article } from '../support/small-site.ts'
import { temporarySite } from '../support/temporary-site.ts'

const python = '/usr/bin/python3'
const isHere = spawnSync(python, ['-c', 'import translate.storage.pypo']).status === 0
if (!isHere)
  process.stderr.write(
    'SKIPPED: translate-toolkit isn’t installed (Debian), so no catalog goes through what Weblate reads and writes PO with\n',
  )

/** Weblate reads and writes PO files by translate-toolkit: translate what is open, mark one as needing work, sign the header. */
const weblate = `
import sys, json
from translate.storage.pypo import pofile
words = json.loads(sys.argv[1])
store = pofile.parsestring(sys.stdin.buffer.read())
for unit in store.units:
    if unit.isheader() or unit.isobsolete(): continue
    word = words.get(str(unit.source))
    if word is None: continue
    unit.target = word['text']
    unit.markfuzzy(word.get('fuzzy', False))
    if 'note' in word: unit.addnote(word['note'], origin='translator')
store.updateheader(add=True, X_Generator='Weblate 5.9', PO_Revision_Date='2026-11-23 05:00+0000', Last_Translator='Ada <ada@example.org>')
sys.stdout.buffer.write(bytes(store))
`

const path = 'locales/it/articles/ferries.po'
const words = {
  'Two *ferries* sail at [ten](https://a.example/?a=1&b=2).': { text: 'Due *traghetti* partono alle [dieci](https://a.example/?a=1&b=2).' },
  'One line\\\nand "another".': { text: 'Una riga\\\ne «un’altra».', note: 'Ada: chiedere al porto' },
  'They are late.': { text: 'In ritardo?', fuzzy: true },
}

describe.runIf(isHere)('a catalog through Weblate’s toolkit', { timeout: 60_000 }, () => {
  test('comes back with the words, notes and doubts of its translators, and a sync keeps all of it', async () => {
    const body = `${Object.keys(words).join('\n\n')}\n\nAn old text.`
    const root = temporarySite({ 'colophon.config.json': '{ "locales": ["en", "it"] }', 'articles/ferries.md': article('Ferries', body) })
    await colophon(['sync', '--quiet'], { cwd: root })
    const file = join(root, path)
    writeFileSync(file, readFileSync(file, 'utf8').replace('"An old text."\nmsgstr ""', '"An old text."\nmsgstr "Un vecchio testo."'))
    writeFileSync(join(root, 'articles/ferries.md'), article('Ferries', Object.keys(words).join('\n\n')))
    await colophon(['sync', '--quiet'], { cwd: root })
    const { status, stdout } = spawnSync(python, ['-c', weblate, JSON.stringify(words)], { input: readFileSync(file), encoding: 'utf8' })
    expect(status).toBe(0)
    writeFileSync(file, stdout)
    await colophon(['sync', '--quiet'], { cwd: root })
    const { headers, messages } = catalogOf(readFileSync(file, 'utf8'))
    const told = messages.map(({ id, strings, flags, comments, obsolete }) => [id, strings[0], flags, comments, obsolete])
    expect(told.slice(3)).toEqual([
      ...Object.entries(words).map(([id, word]) => [
        id,
        word.text,
        'fuzzy' in word ? ['fuzzy'] : [],
        'note' in word ? [` ${word.note}`] : [],
        false,
      ]),
      ['An old text.', 'Un vecchio testo.', [], [], true],
    ])
    expect(Object.fromEntries(headers)).toMatchObject({
      Language: 'it',
      'X-Generator': 'Weblate 5.9',
      'Last-Translator': 'Ada <ada@example.org>',
    })
    expect((await colophon(['sync', '--check', '--quiet'], { cwd: root })).status).toBe(0)
  })
})
