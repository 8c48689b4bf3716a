/** How well spelling is checked, as tables: `node test/bench/quality/spelling.ts`. */
import { dictionaryOf } from '../../check/dictionary-of.ts'
import { declarations, type Language } from './declaration.ts'
import { press } from './press.ts'
import { reportedShare } from './reported-share.ts'
import { type Recall, spellingQuality } from './spelling-quality.ts'

const named: Partial<Record<Language, string>> = { ar: '/usr/share/hunspell/ar' }

process.stdout.write('The Declaration of Human Rights: words reported, old spellings and misprints of the texts among them\n\n')
for (const language of Object.keys(declarations) as Language[]) {
  if (language === 'ja' || language === 'zh') continue
  const { words, reported } = reportedShare(language, await dictionaryOf(language, named[language]))
  const share = ((reported.length / words) * 100).toFixed(2)
  process.stdout.write(`${language}  ${String(words).padStart(5)} words  ${share.padStart(5)}%  ${reported.slice(0, 8).join(' ')}\n`)
}

process.stdout.write('\nThe English press, one word of five letters or more in fifty mistyped\n\n')
const english = await dictionaryOf('en-US')
const all = { lower: { found: 0, typos: 0 }, capitalised: { found: 0, typos: 0 } }
// Words were added to lists from typos of seeds 1 to 205; none from these.
for (let seed = 1001; seed <= 1010; seed++) {
  const { words, alarms, lower, capitalised } = spellingQuality(press(), 'en', english, seed)
  add(all.lower, lower)
  add(all.capitalised, capitalised)
  process.stdout.write(`seed ${seed}: ${((alarms.length / words) * 1000).toFixed(2)} alarms in 1,000 words\n`)
  process.stdout.write(`  lower case   ${recallText(lower)}\n  capitalised  ${recallText(capitalised)}\n`)
}
const [lower, capitalised] = [all.lower, all.capitalised].map(({ found, typos }) => `${((found / typos) * 100).toFixed(2)}% of ${typos}`)
process.stdout.write(`all seeds: ${lower} in lower case found, ${capitalised} capitalised ones\n`)

function add(sum: { found: number; typos: number }, { found, typos }: Recall): void {
  sum.found += found
  sum.typos += typos
}

function recallText({ typos, found, words, foundWords }: Recall): string {
  const percent = (share: number) => `${(share * 100).toFixed(1)}%`
  const alone = percent((found - foundWords) / (typos - words))
  return `${found} of ${typos} typos found, ${percent(found / typos)}; ${words} are words themselves, ${foundWords} of them found; the others: ${alone} found`
}
