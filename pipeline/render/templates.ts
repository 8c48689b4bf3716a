import type { Html } from '../model/html.ts'
import type { ArticleView } from './article-view.ts'
import type { ChooserView } from './chooser-view.ts'
import type { AuthorView, IndexView, TagView } from './list-view.ts'
import type { MovedView } from './moved-view.ts'
import type { NotFoundView } from './page-view.ts'
import type { SearchView } from './search-view.ts'

/** What a site's `templates/` holds, one default export a file. */
export interface Templates {
  readonly article: (view: ArticleView) => Html
  readonly index: (view: IndexView) => Html
  readonly tag: (view: TagView) => Html
  readonly author: (view: AuthorView) => Html
  readonly notFound: (view: NotFoundView) => Html
  readonly search: (view: SearchView) => Html
  readonly chooser: (view: ChooserView) => Html
  readonly moved: (view: MovedView) => Html
}
