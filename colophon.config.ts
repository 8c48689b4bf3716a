import { defineConfig } from 'colophon'

export default defineConfig({
  site: { name: 'Strait & Sound', url: 'https://strait-and-sound.example', timeZone: 'Europe/Brussels' },
  sourceLocale: 'en',
  locales: [
    { tag: 'en', formats: 'en-GB', dictionary: 'dictionary-en-gb' },
    'it',
    'fr',
    'de',
    { tag: 'es', fallback: ['en'], incomplete: 'mark' },
    { tag: 'ar', fallback: ['en'], calendar: 'gregory', numberingSystem: 'latn' },
    { tag: 'zh', fallback: ['en'] },
  ],
  incomplete: 'hold',
  search: true,
  cards: { fonts: ['@embedpdf/fonts-sc/fonts/NotoSansHans-Bold.otf'] },
})
