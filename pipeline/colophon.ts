/** What a site's own templates and configuration import. */
// biome-ignore lint/performance/noBarrelFile: this is the package's public face
export { defineConfig } from './config/define-config.ts'
export type { CardsConfig, LocaleConfig, SiteConfig } from './config/site-config.ts'
export { Html } from './model/html.ts'
export type { ArticleStatus, Counts as StatusCounts, LocaleStatus, StatusReport, TranslatorStatus } from './model/status-report.ts'
export { html, type Renderable } from './render/html.ts'
export { newsArticle } from './render/news-article.ts'
export { pictureHtml } from './render/picture.ts'
export type {
  Alternate,
  ArticleView,
  AuthorView,
  CardView,
  Choice,
  ChooserView,
  CorrectionView,
  CreditView,
  EditionLink,
  FeedLinks,
  Formats,
  IndexView,
  ListPaths,
  LocaleView,
  MovedView,
  NotFoundView,
  PageView,
  Phrase,
  PictureView,
  SearchView,
  SiteView,
  SocialCard,
  StatusView,
  TagView,
  Templates,
  Translate,
} from './render/view.ts'
