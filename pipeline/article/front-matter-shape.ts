import { z } from 'zod'

const text = z
  .string({ error: 'expected text' })
  .trim()
  .min(1, { error: 'expected text, found nothing' })
  .max(2000, { error: 'expected at most 2,000 characters' })
const list = z.union([z.array(text), text.transform((one) => [one])], { error: 'expected a list of texts' })

export const imageShape = z.object(
  { src: text, alt: text.optional(), caption: text.optional(), credit: text.optional() },
  { error: 'expected src, alt, caption and credit' },
)

export const correctionShape = z.object({ date: text, text }, { error: 'expected date and text' })

/** The front matter's fields as they are written; every scalar is still text. */
export const frontMatterShape = z.object({
  title: text,
  description: text,
  date: text,
  updated: text.optional(),
  corrections: z.array(correctionShape, { error: 'expected a list of corrections, each with date and text' }).optional(),
  lang: text.optional(),
  authors: list.pipe(z.array(text).min(1, { error: 'expected at least one author' })),
  place: text.optional(),
  tags: list.optional(),
  image: imageShape.optional(),
  slug: text.optional(),
  translate: list.optional(),
  draft: z.enum(['true', 'false'], { error: 'expected true or false' }).optional(),
})

export type WrittenFrontMatter = z.infer<typeof frontMatterShape>
