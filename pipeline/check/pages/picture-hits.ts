import type { PageHit } from './page-hit.ts'

/** What an `<img>` lacks. */
export function pictureHits({ src = '', alt, width, height }: Readonly<Record<string, string>>): PageHit[] {
  const evidence = { part: 'body', address: src, markup: [`src="${src}"`, '<img'] } as const
  const hits: PageHit[] = []
  if (alt === undefined) {
    const message = `Unexpected picture \`${src}\` without a text that stands for it, expected \`alt\`, empty where it is an ornament`
    hits.push({ rule: 'picture-text', message, evidence })
  }
  if (!isSize(width) || !isSize(height)) {
    const message = `Unexpected picture \`${src}\` without a size, expected \`width\` and \`height\`: the page jumps when it comes`
    hits.push({ rule: 'picture-size', message, evidence })
  }
  return hits
}

function isSize(value: string | undefined): boolean {
  return value !== undefined && /^\d+$/.test(value)
}
