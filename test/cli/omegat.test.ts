import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { catalogOf } from '../catalog/sample.ts'
import { colophon } from '../support/cli.ts'
import { article } from '../support/small-site.ts'
import { temporarySite } from '../support/temporary-site.ts'

const isHere = spawnSync('omegat', ['--help']).status === 0
if (!isHere) process.stderr.write('SKIPPED: OmegaT isn’t installed (Debian: omegat), so no catalog and no memory goes through it\n')

const project = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat><project version="1.0">
  <source_dir>__DEFAULT__</source_dir><target_dir>__DEFAULT__</target_dir><tm_dir>__DEFAULT__</tm_dir>
  <glossary_dir>__DEFAULT__</glossary_dir><glossary_file>__DEFAULT__</glossary_file><dictionary_dir>__DEFAULT__</dictionary_dir>
  <source_lang>EN</source_lang><target_lang>IT</target_lang>
  <sentence_seg>false</sentence_seg><support_default_translations>true</support_default_translations><remove_tags>false</remove_tags>
</project></omegat>
`

/** What a translator has written in OmegaT, as it saves it. */
const work = [
  ['Two *ferries* sail at [ten](https://a.example/?a=1&amp;b=2).', 'Due *traghetti* partono alle [dieci](https://a.example/?a=1&amp;b=2).'],
  ['Over "there" &lt;kbd&gt;Enter&lt;/kbd&gt;', 'Di "là" &lt;kbd&gt;Invio&lt;/kbd&gt;'],
  ['One line\\\nand another.', 'Una riga\\\ne un’altra.'],
]
const saved = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx11.dtd">
<tmx version="1.1"><header creationtool="OmegaT" o-tmf="OmegaT TMX" adminlang="EN-US" datatype="plaintext" creationtoolversion="3.6.0" segtype="paragraph" srclang="EN"/><body>
${work.map(([source, target]) => `<tu><tuv lang="EN"><seg>${source}</seg></tuv><tuv lang="IT"><seg>${target}</seg></tuv></tu>`).join('\n')}
</body></tmx>
`

const body = 'Two *ferries* sail at [ten](https://a.example/?a=1&b=2).\n\nOver "there" <kbd>Enter</kbd>\n\nOne line\\\nand another.'
const path = 'locales/it/articles/ferries.po'

describe.runIf(isHere)('a catalog through OmegaT', { timeout: 180_000 }, () => {
  /** A site with a translated title, after OmegaT made what it makes of its catalog, our memory and the translator's work. */
  async function translated(): Promise<string> {
    const root = temporarySite({ 'colophon.config.json': '{ "locales": ["en", "it"] }', 'articles/ferries.md': article('Ferries', body) })
    await colophon(['sync', '--quiet'], { cwd: root })
    const po = readFileSync(join(root, path), 'utf8').replace('msgid "Ferries"\nmsgstr ""', 'msgid "Ferries"\nmsgstr "Traghetti"')
    writeFileSync(join(root, path), po)
    await colophon(['export', '--format', 'tmx', '--quiet'], { cwd: root })
    const home = join(root, 'omegat')
    for (const folder of ['source', 'target', 'tm/auto', 'omegat', 'glossary', 'dictionary'])
      mkdirSync(join(home, folder), { recursive: true })
    writeFileSync(join(home, 'omegat.project'), project)
    writeFileSync(join(home, 'omegat/project_save.tmx'), saved)
    writeFileSync(join(home, 'source/ferries.po'), po.replace('msgstr "Traghetti"', 'msgstr ""'))
    cpSync(join(root, 'exchange/it.tmx'), join(home, 'tm/auto/it.tmx'))
    const options = ['--mode=console-translate', '--disable-project-locking', '--disable-location-save', `--config-dir=${home}/config`]
    const { status, stderr } = spawnSync('omegat', [...options, home], { encoding: 'utf8' })
    expect([status, stderr]).toEqual([0, expect.any(String)])
    return root
  }

  const words = [
    'Traghetti',
    '',
    'Due *traghetti* partono alle [dieci](https://a.example/?a=1&b=2).',
    'Di "là" <kbd>Invio</kbd>',
    'Una riga\\\ne un’altra.',
  ]
  const wordsIn = (root: string) => {
    const { messages } = catalogOf(readFileSync(join(root, path), 'utf8'))
    return messages.flatMap(({ context, strings }) => (context === 'slug' ? [] : strings))
  }

  test('the file that it writes is the catalog, and its memory comes in as suggestions', async () => {
    const root = await translated()
    for (const memory of ['omegat-omegat.tmx', 'omegat-level2.tmx']) {
      const site = temporarySite({})
      cpSync(root, site, { recursive: true })
      const { stdout } = await colophon(['import', `omegat/${memory}`, '--quiet'], { cwd: site })
      expect(stdout).toContain('0 translated, 3 fuzzy')
      expect(wordsIn(site)).toEqual(words)
    }
    cpSync(join(root, 'omegat/target/ferries.po'), join(root, path))
    expect((await colophon(['sync', '--check', '--quiet'], { cwd: root })).status).toBe(0)
    expect(wordsIn(root)).toEqual(words)
  })
})
