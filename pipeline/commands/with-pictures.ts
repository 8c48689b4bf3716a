import { checkPictures, type PictureShelf } from '../check/check-pictures.ts'
import type { Finding } from '../model/finding.ts'
import type { Prepared } from './prepare-article.ts'

/** What is wrong with the pictures of an article; those that can be shown are known to the newsroom's `pictures` from here on. */
export async function withPictures(prepared: Prepared, shelf: PictureShelf): Promise<Prepared> {
  const { article, findings } = prepared
  if (article === null) return prepared
  // A file that holds a key has been told as such.
  const told = new Set(findings.map(placeKey))
  const found = (await checkPictures(article, shelf)).filter((finding) => !told.has(placeKey(finding)))
  return found.length === 0 ? prepared : { ...prepared, findings: [...findings, ...found] }
}

function placeKey({ file, line, column }: Finding): string {
  return `${file}:${line}:${column}`
}
