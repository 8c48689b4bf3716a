import { join } from 'node:path'
import type { PictureShelf } from '../check/check-pictures.ts'
import type { Reachable } from '../check/check-targets.ts'
import type { ArticleId, Heading } from '../model/article.ts'
import { holdsSecret } from '../read/holds-secret.ts'
import { loadArticle } from './load-article.ts'
import type { Newsroom } from './newsroom.ts'

/** What addresses in articles may lead to, in the site's own files. */
export type Reach = Pick<Reachable, 'articles' | 'assets' | 'headingsIn' | 'isSecret'> & PictureShelf

export function reachIn(room: Newsroom): Reach {
  return {
    articles: room.articleAt,
    headingsIn: (path) => headingsIn(room, path),
    assets: room.assets,
    pictureFault: (path) => room.pictures.faultOf(path),
    isSecret: (path) => holdsSecret(join(room.root, path), path),
  }
}

function headingsIn(room: Newsroom, path: string): readonly Heading[] | null {
  const file = room.articles.get(room.articleAt.get(path) ?? ('' as ArticleId))
  const read = file === undefined ? null : loadArticle(room.root, file, room.site, room.unsaved)
  return read?.kind === 'read' ? read.article.headings : null
}
