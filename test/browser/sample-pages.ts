import { readFileSync } from 'node:fs'
import type { ArticleId } from '../../pipeline/model/article.ts'
import { Html } from '../../pipeline/model/html.ts'
import type { Locale } from '../../pipeline/model/locale.ts'
import { editionTable, pageLinks } from '../../pipeline/render/alternates.ts'
import type { ArticleView, Phrase } from '../../pipeline/render/article-view.ts'
import { cardView } from '../../pipeline/render/card-view.ts'
import { gatheredLists } from '../../pipeline/render/gathered-lists.ts'
import { gatheredPages, indexPages } from '../../pipeline/render/list-pages.ts'
import { localeView } from '../../pipeline/render/locale-view.ts'
import { articlePage, chooserPage, movedPage, notFoundPage } from '../../pipeline/render/pages.ts'
import { card, interfaceText, sampleShell, tag, tags, templates, to, view } from '../render/sample.ts'

/** Every template in every locale that there are sample words for, with its stylesheet and picture, by path. */
export function sampleFiles(): Map<string, string> {
  const files = new Map<string, string>()
  for (const locale of Object.keys(words)) {
    const shell = sampleShell(locale)
    const article = articleView(locale)
    files.set(article.path, articlePage(templates, article))
    const cards = Array.from({ length: 23 }, (_, index) => cardOf(locale, index))
    const from = to.article(card({ locale: tag(locale), article: 'before' as ArticleId, slug: 'before' }))
    files.set(from.path, movedPage(templates, shell, to, { from: from.key, card: cardOf(locale, 0) }).replace(/<meta http-equiv[^>]*>/, ''))
    const lists = gatheredLists(new Map([[tag(locale), cards]])).flatMap((list) => gatheredPages(templates, shell, to, list))
    const missing = notFoundPage(templates, shell, to, tag(locale))
    for (const { address, html } of [...indexPages(templates, shell, to, cards), ...lists, missing]) files.set(address.path, html)
  }
  const offers = new Map(tags.map((locale, index) => [locale, { count: 12 - index, t: interfaceText(locale) }]))
  files.set('/', chooserPage(templates, sampleShell('en'), to, offers).html)
  files.set(view.stylesheet, readFileSync(new URL('../../templates/style.css', import.meta.url), 'utf8'))
  return files.set('/picture.svg', picture)
}

const picture = '<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="900"><rect width="1600" height="900" fill="#789"/></svg>'

interface Words {
  readonly titles: readonly string[]
  readonly description: string
  readonly place: string
  readonly caption: string
  readonly body: string
}

function cardOf(locale: string, index: number) {
  const { titles, description } = wordsOf(locale)
  const title = titles[index % titles.length] as string
  const date = new Date(Date.UTC(2026, 10, 18, 17) - index * 86_400_000).toISOString()
  return card({ locale: tag(locale), title, description, date, slug: `article-${index}`, authors: ['Orla Kinsallagh', 'رشيد بن مرزاق'] })
}

function articleView(locale: string): ArticleView {
  const { titles, description, place, caption, body } = wordsOf(locale)
  const own = card({ locale: tag(locale), sourceLocale: tag('it'), slug: 'strait-talks' })
  const editions = editionTable(
    tags.map((each) => ({ ...own, locale: each })),
    view.locales,
    to,
  ).get(own.article)
  if (editions === undefined) throw new Error('no editions')
  return {
    ...sampleShell(locale),
    ...pageLinks(editions, own, view.locales),
    path: to.article(own).path,
    title: phrase(titles[0] as string),
    description: phrase(description),
    place: phrase(place),
    date: new Date('2026-11-18T17:00:00Z'),
    updated: new Date('2026-11-20T09:15:00Z'),
    corrections: [{ date: new Date('2026-11-20T09:15:00Z'), text: phrase(description) }],
    authors: ['Orla Kinsallagh', 'رشيد بن مرزاق'],
    tags: ['law', 'shipping'],
    markdown: null,
    socialCard: null,
    image: {
      src: '/picture.svg',
      sources: [],
      alt: phrase(caption),
      caption: phrase(caption),
      credit: phrase('Agnese Dovizioso'),
      width: 1600,
      height: 900,
    },
    body: new Html(body),
    sourceLocale: localeView({ tag: tag('it') }),
    credit: {
      team: 'Translation Service of Withub',
      translators: ['Ada Kowalczyk', 'ليلى حداد'],
      original: { locale: localeView({ tag: 'it' as Locale }), path: '/it/accordo/', url: 'https://news.example/it/accordo/' },
      versionDate: new Date('2026-11-18T17:00:00Z'),
    },
    previous: cardView(cardOf(locale, 1), view, to),
    next: cardView(cardOf(locale, 2), view, to),
    related: [3, 4, 5].map((index) => cardView(cardOf(locale, index), view, to)),
    publication: 'marked',
    untranslated: false,
    outdated: 1,
    missing: 1,
  }
}

function phrase(text: string): Phrase {
  return { text, lang: null, origin: 'translated' }
}

function wordsOf(locale: string): Words {
  const found = words[locale]
  if (found === undefined) throw new Error(`no sample words in ${locale}`)
  return found
}

const greekPost = 'Σήμερα στις έξι και σαράντα ήρθε το καράβι. Ύστερα από 41 μέρες. Τα παιδιά δεν έκαναν μάθημα, κατέβηκαν όλα στο λιμάνι.'
const quotedPost = (translation: string): string =>
  `<figure class="quote"><blockquote cite="https://social.example/1" lang="el" dir="ltr"><p>${greekPost}</p></blockquote>${translation}<figcaption><bdi>Thalia Mavroudaki</bdi> <bdi>@thalia@social.example</bdi> <a href="https://social.example/1"><time datetime="2026-11-16">16. 11. 2026</time></a></figcaption></figure>`
const notices = (locale: string): { outdated: string; missing: string } => {
  const t = interfaceText(locale)
  const span = (key: string): string => `<span class="notice" lang="${locale}" dir="${locale === 'ar' ? 'rtl' : 'ltr'}">${t(key)}</span>`
  return { outdated: span('outdatedNotice'), missing: span('missingNotice') }
}
const untranslated = `<p><span class="missing"><span lang="it" dir="ltr">“Abbiamo tolto quasi tutto”, ha detto il capo della delegazione, “e quello che resta è un pavimento”.</span>`

const words: Readonly<Record<string, Words>> = {
  en: {
    titles: [
      'Two shores agree on one strait, and leave the hard part for spring',
      'An island gets its winter ferry back, and a whole country reads about it',
      'Who may pass? The law of the straits, explained',
      'What the long way round really costs',
      'The tide gauge that has been right since 1886',
    ],
    description: 'After nine rounds of talks there is a text of eleven pages. Both sides call it thin; both say that thin is the point.',
    place: 'Otranto',
    caption: 'The ferry quay at Otranto in November, an hour before the delegations arrived.',
    body: `<p>The text that the delegations signed on Tuesday night has eleven pages, four annexes and one sentence that everybody quotes. It says that the strait “shall remain what it was before either of us”.<sup><a href="#fn-1" id="fnref-1" data-footnote-ref aria-describedby="footnote-label">1</a></sup> Nobody in the room could say afterwards <em>who had written it</em>, and <a href="/en/2026/10/transit/">the law of the straits</a> has no opinion.</p>
<p><span class="outdated"><span>Ships of more than 300 tonnes must report to one of two stations, at Otranto or at <abbr title="Vlorë, Albania">Vlorë</abbr>, twelve hours before they enter.</span>${notices('en').outdated}</span></p>
<h2 id="what-is-in-it">What is in it</h2>
<p>Three things, all of them modest:</p>
<ul><li>a shared register of passages, open to both coastguards;</li><li>one radio channel instead of four, with <kbd>Channel 16</kbd> kept for distress;</li><li>a committee that meets twice a year, <strong>whatever happens</strong>.</li></ul>
<h3 id="what-it-costs">What it costs</h3>
<table tabindex="0"><thead><tr><th>Station</th><th data-align="right">Passages 2025</th><th data-align="right">Staff</th><th data-align="right">Cost per year, in thousands of euros</th><th>Languages on the radio</th></tr></thead><tbody><tr><td>Otranto</td><td data-align="right">41,207</td><td data-align="right">38</td><td data-align="right">4,910</td><td>Italian, English</td></tr><tr><td>Vlorë</td><td data-align="right">17,833</td><td data-align="right">21</td><td data-align="right">1,275</td><td>Albanian, English, Italian</td></tr></tbody></table>
<aside class="note"><p class="note-title">How we counted</p><p>Passages are ships above 300 tonnes as registered by both stations; ships that were seen by both are counted <mark>once</mark>.</p></aside>
${quotedPost('<p>“The boat came today at six forty, after 41 days. The children had no lessons: they had all gone down to the harbour.”</p>')}
${untranslated}${notices('en').missing}</span></p>
<blockquote><p>“A thin text is one that both of us have read.”</p></blockquote>
<h2 id="what-comes-next">What comes next</h2>
<ol><li>Both parliaments vote before Easter.</li><li>The stations exchange <del>keys</del> <ins>certificates</ins>.</li></ol>
<ul class="contains-task-list"><li class="task-list-item"><input type="checkbox" checked disabled> Text signed</li><li class="task-list-item"><input type="checkbox" disabled> Text ratified</li></ul>
<pre><code class="language-text">$ register --station otranto --tonnage 300 --hours-before 12 --channel 16 --and-a-rather-long-line</code></pre>
<section data-footnotes class="footnotes"><h2 class="sr-only" id="footnote-label">Footnotes</h2><ol><li id="fn-1"><p>Article 2, second sentence, of the English text, which is authentic. <a href="#fnref-1" data-footnote-backref aria-label="Back to reference 1" class="data-footnote-backref">↩</a></p></li></ol></section>`,
  },
  ar: {
    titles: [
      'ضفّتان تتفقان على مضيق واحد وتتركان الصعب إلى الربيع',
      'جزيرة تستعيد عبّارتها الشتوية وبلد بأكمله يقرأ الخبر',
      'من يحق له العبور؟ قانون المضائق بإيجاز',
      'ما الكلفة الحقيقية للطريق الطويل',
    ],
    description: 'بعد تسع جولات من المحادثات صار هناك نص من إحدى عشرة صفحة. يصفه الطرفان بأنه نحيل، ويقولان إن النحافة هي المقصودة.',
    place: 'أوترانتو',
    caption: 'رصيف العبّارات في أوترانتو في تشرين الثاني، قبل ساعة من وصول الوفدين.',
    body: `<p>يقع النص الذي وقّعه الوفدان ليلة الثلاثاء في إحدى عشرة صفحة وأربعة ملاحق وجملة واحدة يرددها الجميع، وهي أن المضيق «يبقى كما كان قبل أيٍّ منّا».<sup><a href="#fn-1" id="fnref-1" data-footnote-ref aria-describedby="footnote-label">1</a></sup> ولم يستطع أحد في القاعة أن يقول بعد ذلك <em>من كتبها</em>، و<a href="/ar/2026/10/transit/">قانون المضائق</a> لا رأي له في ذلك.</p>
<p><span class="outdated"><span>على السفن التي تزيد حمولتها على 300 طن أن تُبلغ إحدى محطتين، في أوترانتو أو في <abbr title="فلورا، ألبانيا">فلورا</abbr>، قبل اثنتي عشرة ساعة من دخولها.</span>${notices('ar').outdated}</span></p>
<h2 id="what-is-in-it">ما الذي يتضمنه</h2>
<ul><li>سجل مشترك للعبور متاح لخفر السواحل في البلدين؛</li><li>قناة لاسلكية واحدة بدل أربع، مع إبقاء <kbd>Channel 16</kbd> للاستغاثة؛</li><li>لجنة تجتمع مرتين في السنة <strong>مهما حدث</strong>.</li></ul>
<table tabindex="0"><thead><tr><th>المحطة</th><th data-align="right">العبور عام 2025</th><th data-align="right">العاملون</th><th>لغات اللاسلكي</th></tr></thead><tbody><tr><td>أوترانتو</td><td data-align="right">41,207</td><td data-align="right">38</td><td>الإيطالية والإنكليزية</td></tr><tr><td>فلورا</td><td data-align="right">17,833</td><td data-align="right">21</td><td>الألبانية والإنكليزية والإيطالية</td></tr></tbody></table>
<aside class="note"><p class="note-title">كيف أحصينا</p><p>المقصود بالعبور السفن التي تتجاوز حمولتها 300 طن كما سجلتها المحطتان، وتُحسب السفينة التي رأتها المحطتان <mark>مرة واحدة</mark>.</p></aside>
${quotedPost('<p>«جاء المركب اليوم في السادسة وأربعين دقيقة، بعد 41 يومًا. لم يكن للأطفال دروس، فقد نزلوا جميعًا إلى الميناء».</p>')}
${untranslated}${notices('ar').missing}</span></p>
<blockquote><p>«النص النحيل نصٌّ قرأه كلانا».</p></blockquote>
<pre><code class="language-text">$ register --station otranto --tonnage 300</code></pre>
<section data-footnotes class="footnotes"><h2 class="sr-only" id="footnote-label">الحواشي</h2><ol><li id="fn-1"><p>الجملة الثانية من المادة الثانية من النص الإنكليزي، وهو النص المعتمد. <a href="#fnref-1" data-footnote-backref aria-label="العودة إلى الإحالة 1" class="data-footnote-backref">↩</a></p></li></ol></section>`,
  },
  zh: {
    titles: [
      '两岸就一条海峡达成一致，把难题留到春天',
      '小岛迎回冬季渡轮，全国人民都读到了这条消息',
      '谁可以通过？海峡法详解',
      '绕远路究竟要花多少钱',
    ],
    description: '经过九轮谈判，终于有了一份十一页的文本。双方都说它很薄，也都说薄正是用意所在。',
    place: '奥特朗托',
    caption: '十一月的奥特朗托渡轮码头，代表团抵达前一小时。',
    body: `<p>代表团周二夜里签署的文本共十一页，附件四份，还有一句人人引用的话：海峡“应当保持我们任何一方到来之前的样子”。<sup><a href="#fn-1" id="fnref-1" data-footnote-ref aria-describedby="footnote-label">1</a></sup>事后在场的人谁也说不清<em>这句话是谁写的</em>，而<a href="/zh/2026/10/transit/">海峡法</a>对此没有意见。</p>
<p><span class="outdated"><span>300吨以上的船舶须在进入海峡前12小时向奥特朗托或<abbr title="阿尔巴尼亚发罗拉">发罗拉</abbr>两个站点之一报告。</span>${notices('zh').outdated}</span></p>
<h2 id="what-is-in-it">文本的内容</h2>
<ul><li>双方海岸警卫队共用的通行登记册；</li><li>以一个无线电频道取代四个，<kbd>Channel 16</kbd>留作遇险求救之用；</li><li>一个委员会，<strong>无论发生什么</strong>，每年开会两次。</li></ul>
<table tabindex="0"><thead><tr><th>站点</th><th data-align="right">2025年通行量</th><th data-align="right">人员</th><th>无线电语言</th></tr></thead><tbody><tr><td>奥特朗托</td><td data-align="right">41,207</td><td data-align="right">38</td><td>意大利语、英语</td></tr><tr><td>发罗拉</td><td data-align="right">17,833</td><td data-align="right">21</td><td>阿尔巴尼亚语、英语、意大利语</td></tr></tbody></table>
<aside class="note"><p class="note-title">统计方法</p><p>通行量指两个站点登记的300吨以上船舶；两个站点都看到的船只<mark>只算一次</mark>。</p></aside>
${quotedPost('<p>“今天早上六点四十分，船来了。等了四十一天。孩子们没有上课，全都跑到港口去了。”</p>')}
${untranslated}${notices('zh').missing}</span></p>
<blockquote><p>“薄的文本，就是我们双方都读过的文本。”</p></blockquote>
<section data-footnotes class="footnotes"><h2 class="sr-only" id="footnote-label">脚注</h2><ol><li id="fn-1"><p>英文本第二条第二句，以英文本为准。<a href="#fnref-1" data-footnote-backref aria-label="返回引用1" class="data-footnote-backref">↩</a></p></li></ol></section>`,
  },
}
