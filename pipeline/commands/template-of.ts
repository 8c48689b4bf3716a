import type { Artifact } from '../model/artifact.ts'

/** Which template makes a page that shows no edition, by its address: see docs/architecture.md. */
export function templateOf({ key, kind }: Pick<Artifact, 'key' | 'kind'>): string {
  if (kind === 'redirect') return 'moved'
  const [, folder, ...rest] = key.split('/')
  if (folder === undefined) return key === 'index.html' ? 'chooser' : 'not-found'
  if (folder === '404.html') return 'not-found'
  return rest.length > 0 && (folder === 'tag' || folder === 'author') ? folder : 'index'
}
