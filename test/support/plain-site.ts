import type { Site } from '../../pipeline/model/site.ts'
import { locale } from './read-text.ts'

/** A site as its configuration leaves it where it says nothing: spread it, and say what a test is about. */
export const plainSite: Site = {
  name: 'N',
  url: 'https://n.example',
  timeZone: 'UTC',
  sourceLocale: locale('en'),
  locales: [],
  pictures: { hosts: [], widths: [400, 800, 1200, 1600], sizes: '100vw' },
  fonts: [],
  cards: null,
  search: false,
  rules: new Map(),
  llms: false,
  feeds: { latest: 30, latestOfTag: 10, hub: null },
  publish: {
    to: null,
    endpoint: null,
    region: null,
    deleteLimit: 256,
    keepReleases: 20,
    compress: 'none',
    cloudfront: null,
    leaseSeconds: 60,
    previewDays: 14,
  },
}
