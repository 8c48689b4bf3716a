import * as z from 'zod'
import { type Locale, parseLocale } from '../model/locale.ts'

/** The shape of a configuration; what one setting demands of another is checked by `buildSite`. */
export function siteSchema() {
  const incomplete = z.enum(['hold', 'mark', 'source'])
  const count = z.int().min(0)
  return z.strictObject({
    site: z.strictObject({ name: text().optional(), url: address().optional(), timeZone: timeZone().optional() }).default({}),
    sourceLocale: tag().optional(),
    locales: z.array(z.preprocess(asObject, locale(incomplete))).min(1),
    incomplete: incomplete.default('hold'),
    pictures: z
      .strictObject({
        hosts: z.array(host()).default([]),
        widths: z.array(z.int().min(16).max(8192)).min(1).max(16).default([400, 800, 1200, 1600]),
        sizes: text().default('(min-width: 48rem) 46.5rem, 92vw'),
      })
      .prefault({}),
    fonts: z.array(font()).default([]),
    cards: z.preprocess(asCards, cards().nullable()).default(null),
    llms: z.boolean().default(false),
    feeds: z
      .strictObject({
        latest: z.int().min(1).max(500).default(30),
        latestOfTag: z.int().min(0).max(500).default(10),
        hub: hub().optional(),
      })
      .prefault({}),
    search: z.boolean().default(false),
    check: z.strictObject({ rules: z.record(z.string(), z.preprocess(asPair, rule())).default({}) }).default({ rules: {} }),
    publish: z
      .strictObject({
        to: target().optional(),
        endpoint: address().optional(),
        region: text().optional(),
        deleteLimit: count.default(256),
        keepReleases: z.int().min(1).default(20),
        compress: z.enum(['none', 'gzip', 'brotli']).default('none'),
        cloudfront: z.strictObject({ distribution: distribution(), by: z.enum(['path', 'tag']).default('path') }).optional(),
        leaseSeconds: z.number().min(1).max(3600).default(60),
        previewDays: z.number().min(0).max(3650).default(14),
      })
      .prefault({}),
  })
}

export type CheckedConfig = z.output<ReturnType<typeof siteSchema>>

function locale(incomplete: z.ZodEnum<{ hold: 'hold'; mark: 'mark'; source: 'source' }>) {
  return z.strictObject({
    tag: tag(),
    fallback: z.array(tag()).default([]),
    incomplete: incomplete.optional(),
    formats: tag().optional(),
    calendar: nameInIntl('calendar').optional(),
    numberingSystem: nameInIntl('numberingSystem').optional(),
    dictionary: z.union([text(), z.literal(false)], { error: 'expected the name of an npm package, a path, or `false`' }).optional(),
  })
}

/** Intl takes a hundredth of a second to tell the calendars: it is asked only where one is set. */
function nameInIntl(kind: 'calendar' | 'numberingSystem') {
  return z.string().transform((value, context): string => {
    const values = Intl.supportedValuesOf(kind)
    if (values.includes(value)) return value
    context.issues.push({ code: 'invalid_value', values, input: value })
    return z.NEVER
  })
}

function font() {
  const use = z.enum(['text', 'display', 'sans'])
  return z.strictObject({
    family: z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,98}$/u, {
      error: 'expected a name of letters, figures, spaces, `.`, `_` and `-`',
    }),
    file: text(),
    use: z.preprocess((value) => (typeof value === 'string' ? [value] : value), z.array(use).min(1)).default(['text']),
    weight: z
      .preprocess((value) => (typeof value === 'number' ? `${value}` : value), z.string().regex(/^[1-9]\d{0,3}(?: [1-9]\d{0,3})?$/))
      .default('400'),
    style: z.enum(['normal', 'italic']).default('normal'),
    display: z.enum(['optional', 'swap', 'fallback', 'block']).default('optional'),
    locales: z.array(tag()).min(1).optional(),
  })
}

function cards() {
  return z.strictObject({
    fonts: z.array(text()).default([]),
    paper: colour().default('#fffdf9'),
    ink: colour().default('#1d1b18'),
    accent: colour().default('#a3270f'),
  })
}

/** `true` stands for cards with all defaults, `false` for none. */
function asCards(value: unknown): unknown {
  if (value === true) return {}
  return value === false ? null : value
}

function colour() {
  return z.string().regex(/^#[0-9a-f]{6}$/i, { error: ({ input }) => `expected a colour such as \`#a3270f\`, found \`${input}\`` })
}

/** `'it'` stands for `{ tag: 'it' }`. */
function asObject(value: unknown): unknown {
  return typeof value === 'string' ? { tag: value } : value
}

/** `'error'` stands for `['error', {}]`. */
function asPair(value: unknown): unknown {
  return Array.isArray(value) ? value : [value, {}]
}

function rule() {
  return z.tuple([z.enum(['error', 'warning', 'info', 'off']), z.record(z.string(), z.unknown())])
}

function text() {
  return z
    .string()
    .trim()
    .min(1)
    .refine((value) => !/[\u0000-\u001f\u007f]/.test(value), { error: 'expected a text without control characters' })
}

function tag() {
  return z.string().transform((value, context): Locale => {
    const parsed = parseLocale(value)
    if (parsed !== null) return parsed
    context.issues.push({ code: 'custom', input: value, message: `expected a BCP 47 tag such as \`pt-BR\`, found \`${value}\`` })
    return z.NEVER
  })
}

function timeZone() {
  return z.string().refine(isTimeZone, {
    error: ({ input }) => `expected an IANA time zone such as \`Europe/Brussels\`, found \`${input}\``,
  })
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/** Without its trailing slashes. */
function address() {
  return z.string().transform((value, context) => {
    const url = URL.canParse(value) ? new URL(value) : null
    if (url !== null && /^https?:\/\/[^/]/i.test(value) && url.search + url.hash + url.username + url.password === '')
      return url.href.replace(/\/+$/, '')
    context.issues.push({
      code: 'custom',
      input: value,
      message: `expected an absolute address such as \`https://news.example\`, without query and fragment, found \`${value}\``,
    })
    return z.NEVER
  })
}

/** With its trailing slash, and a query where it has one: it is somebody else's. */
function hub() {
  return text().refine((value) => /^https?:\/\/[^/]/i.test(value) && URL.canParse(value), {
    error: ({ input }) => `expected the absolute address of a WebSub hub such as \`https://hub.example/\`, found \`${input}\``,
  })
}

function host() {
  return z
    .string()
    .toLowerCase()
    .refine((value) => URL.canParse(`https://${value}`) && new URL(`https://${value}`).host === value, {
      error: ({ input }) => `expected the name of a host such as \`images.example\`, found \`${input}\``,
    })
}

function distribution() {
  return z.string().regex(/^[A-Z0-9]{8,32}$/, {
    error: ({ input }) => `expected the id of a CloudFront distribution such as \`E2QWRUHAPOMQZL\`, found \`${input}\``,
  })
}

function target() {
  return text().refine((value) => !/^[a-z][a-z\d+.-]+:/i.test(value) || /^s3:\/\/[^/]+/.test(value), {
    error: ({ input }) => `expected \`s3://bucket/prefix\` or a folder, found \`${input}\``,
  })
}
