import * as z from 'zod'
import { capitalStyles } from '../model/house-style.ts'

const text = z.string().trim().min(1, { error: 'expected a text, found nothing' })
const list = z.union([z.array(text), text.transform((one) => [one])], { error: 'expected a text or a list of texts' })
const flag = z.enum(['true', 'false']).default('false')

const common = {
  name: text.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, { error: 'expected a name in lower case, such as `plain-words`' }),
  severity: z.enum(['error', 'warning', 'info']).default('warning'),
  message: text.optional(),
  link: z.url({ protocol: /^https?$/, error: 'expected an address such as `https://style.example/numbers`' }).optional(),
}

const kinds = ['title', 'description', 'heading', 'caption', 'table cell', 'note title'] as const

/** What an entry of `style.yaml` may say, by its kind. */
export const styleShapes = {
  substitution: z.strictObject({ ...common, kind: z.literal('substitution'), swap: z.record(text, list), certain: flag }),
  existence: z.strictObject({ ...common, kind: z.literal('existence'), words: list.default([]), patterns: list.default([]) }),
  consistency: z.strictObject({ ...common, kind: z.literal('consistency'), either: z.record(text, text) }),
  capitalisation: z.strictObject({
    ...common,
    kind: z.literal('capitalisation'),
    in: z.union([z.array(z.enum(kinds)), z.enum(kinds).transform((one) => [one])]).default(['title', 'heading']),
    style: z.enum(capitalStyles),
    except: list.default([]),
  }),
  conditional: z.strictObject({
    ...common,
    kind: z.literal('conditional'),
    first: text.default('([\\p{Lu}]{3,5})'),
    second: text.default("(?:\\p{Lu}[\\p{L}\\p{M}’'-]+ (?:[\\p{L}\\p{M}’'-]+ )*)\\((\\p{Lu}{3,5})\\)"),
    except: list.default([]),
  }),
}

export const styleKinds = Object.keys(styleShapes) as (keyof typeof styleShapes)[]
