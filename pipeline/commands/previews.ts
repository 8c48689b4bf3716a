import type { Site } from '../model/site.ts'

/** Where previews lie in a store, each a site of its own. */
export const previewsFolder = '_previews'

export function previewFolder(name: string): string {
  return `${previewsFolder}/${name}`
}

/** Lower-case letters, digits and `-`: one segment of an address, on every system. */
export function isPreviewName(name: string): boolean {
  return /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(name)
}

/** A site at the address of a preview of it. The cache in front of the site is none of its business: tags are the same there, and the rights others'. */
export function previewSite(site: Site, name: string): Site {
  return { ...site, url: `${site.url}/${previewFolder(name)}`, publish: { ...site.publish, cloudfront: null } }
}
