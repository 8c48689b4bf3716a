import { direction, type Locale } from '../model/locale.ts'
import type { LocaleSettings } from '../model/site.ts'
import type { LocaleView } from './page-view.ts'

/** A locale as readers of a list of languages see it. */
export function localeView({ tag, formats = tag }: Pick<LocaleSettings, 'tag' | 'formats'>): LocaleView {
  const name = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag
  const { language, region } = new Intl.Locale(formats).maximize()
  return { tag, name: titleCase(name, tag), dir: direction(tag), openGraph: region === undefined ? language : `${language}_${region}` }
}

/** CLDR's names are those of running text ("français"); lists begin with a capital. Georgian has none in titles. */
function titleCase(name: string, tag: Locale): string {
  const first = String.fromCodePoint(name.codePointAt(0) ?? 0)
  return /\p{Script=Georgian}/u.test(first) ? name : first.toLocaleUpperCase(tag) + name.slice(first.length)
}
