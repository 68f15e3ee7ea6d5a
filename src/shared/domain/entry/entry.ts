/** One written page as it is stored: a civil day, a template, and sections of a question and its answer. */
import '../zod/zodWithoutEval'
import { z } from 'zod'
import { daySchema, momentSchema } from '../day'
import { practiceIdSchema } from '../practice/practice'
import { recordIdSchema, savesSchema } from '../record'

export const entrySchemaVersion = 1
export const maxTitleLength = 500

export const entryIdSchema = recordIdSchema
export type EntryId = z.infer<typeof entryIdSchema>

/** A Lexical document as JSON. Opaque here: the `document` room knows its nodes and decides whether it can be shown. */
export const storedAnswerSchema = z.looseObject({ root: z.unknown() })
export type StoredAnswer = z.infer<typeof storedAnswerSchema>

/** Unknown fields survive a load and a save, so that an older app does not erase what a newer one wrote. */
export const sectionSchema = z.looseObject({
  /** Never changes; absent in files of before there were ids. `withSectionIds` gives each section its own. */
  id: z.string().max(200).optional(),
  /** The prompt's id, or null for free writing. */
  prompt: z.string().max(200).nullable(),
  /** The question's words as they were asked, or null for free writing. */
  question: z.string().max(2000).nullable(),
  practice: practiceIdSchema.nullable(),
  /** The answer as a Lexical document: the truth. */
  answer: storedAnswerSchema,
  /** The answer's plain text, derived from it at each save. */
  text: z.string(),
})
export type Section = z.infer<typeof sectionSchema>

export const entrySchema = z.looseObject({
  schema: z.literal(entrySchemaVersion),
  id: entryIdSchema,
  day: daySchema,
  created: momentSchema,
  updated: momentSchema,
  template: z.string().max(200),
  title: z.string().max(maxTitleLength),
  starred: z.boolean(),
  /** 0 for a draft that was never stored; grows by one with each save. */
  revision: z.int().min(0),
  sections: z.array(sectionSchema).min(1).max(200),
  /** The waiting answers that are on the page, the latest last: each is put there once. Absent when there were none. */
  placedAnswers: z.array(z.string()).optional(),
  saves: savesSchema.optional(),
  hash: z.string().max(64).optional(),
})
export type Entry = z.infer<typeof entrySchema>

/** Title and answers as plain text. */
export function entryWords({ title, sections }: Entry): string {
  return [title, ...sections.map(({ text }) => text)].filter((text) => text !== '').join('\n')
}

export function isAnswered(section: Section): boolean {
  return section.text.trim() !== ''
}
