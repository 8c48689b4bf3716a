import type { Article } from '../model/article.ts'
import type { Finding } from '../model/finding.ts'
import { placeOf } from '../model/place.ts'
import { relativePath } from '../model/relative-path.ts'

/** What is known of the pictures beside articles. */
export interface PictureShelf {
  /** Paths of pictures and documents. */
  readonly assets: Pick<ReadonlySet<string>, 'has'>
  /** Why a file can't be shown as a picture; null where it can. */
  readonly pictureFault: (path: string) => Promise<string | null>
}

/** Whether a file is to be a picture, by its name. */
export function isPictureName(path: string): boolean {
  return /\.(?:jpe?g|png|webp|avif|gif|svg)$/i.test(path)
}

/** Pictures of an article, and pictures that it links to, that are none, are damaged, too large or unsafe: errors that hold back every edition. */
export async function checkPictures({ id, source, targets }: Article, { assets, pictureFault }: PictureShelf): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const { address, start, end } of targets) {
    const path = relativePath(source.path, address)?.path
    if (path === undefined || !isPictureName(path) || !assets.has(path)) continue
    const why = await pictureFault(path)
    if (why === null) continue
    const message = `The picture \`${address}\` can't be shown: ${why}`
    const place = placeOf(source.path, source.text, start, end)
    findings.push({
      rule: 'unusable-picture',
      severity: 'error',
      ...place,
      article: id,
      message,
      actual: source.text.slice(start, end),
      expected: [],
    })
  }
  return findings
}
