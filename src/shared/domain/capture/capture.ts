/** A thought caught in passing: a few words of one kind, on the day they came. */
import '../zod/zodWithoutEval'
import { z } from 'zod'
import {
  type Day,
  dayOf,
  daySchema,
  type Instant,
  instantSchema,
  type Moment,
  momentSchema,
  type WallTime,
} from '../day'
import { type EntryId, entryIdSchema } from '../entry/entry'
import { savesSchema } from '../record'
import { markedWords } from '../text/markedWords'

export const captureKinds = ['note', 'win', 'kudos', 'decision', 'commitment', 'learned'] as const
export const captureKindSchema = z.enum(captureKinds)
export type CaptureKind = z.infer<typeof captureKindSchema>

/** Characters of any script, as Zod counts them, and not UTF-16 units: a page of writing, far above what one catches. */
export const maxCaptureLength = 10_000
export const captureTextSchema = z.string().min(1).max(maxCaptureLength)

/** The words of a thought as they are kept, wherever it comes from: without spaces around them, and with one sign for the end of a line. */
export function captureWords(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim()
}

/** Unknown fields survive a load and a save. */
export const captureSchema = z.looseObject({
  id: entryIdSchema,
  created: momentSchema,
  day: daySchema,
  kind: captureKindSchema,
  text: captureTextSchema,
  /** As they stand in the text, without their sign. */
  tags: z.array(z.string().max(maxCaptureLength)),
  people: z.array(z.string().max(maxCaptureLength)),
  /** When it was moved to the trash, or null. */
  trashed: instantSchema.nullable(),
  /** The entry into which its words were put; absent or null while they were not. */
  usedIn: entryIdSchema.nullable().optional(),
  /** The day it is on its way to: it is there, or will be at the next start. */
  movingTo: daySchema.optional(),
})
export type Capture = z.infer<typeof captureSchema>

export type TrashedCapture = Capture & { readonly trashed: Instant }

export function isTrashed(capture: Capture): capture is TrashedCapture {
  return capture.trashed !== null
}

export interface NewCapture {
  readonly id: EntryId
  readonly now: Moment
  readonly dayEnds: WallTime
  readonly kind: CaptureKind
  /** With at least one character that is not a space. */
  readonly text: string
}

export function newCapture({ id, now, dayEnds, kind, text }: NewCapture): Capture {
  const words = captureWords(text)
  return {
    id,
    created: now,
    day: dayOf(now, dayEnds),
    kind,
    text: words,
    tags: markedWords(words, '#'),
    people: markedWords(words, '@'),
    trashed: null,
  }
}

/** With other words; what is not said here stays. */
export function rewritten(capture: Capture, { kind, text }: Pick<NewCapture, 'kind' | 'text'>): Capture {
  const words = captureWords(text)
  return { ...capture, kind, text: words, tags: markedWords(words, '#'), people: markedWords(words, '@') }
}

/** Earliest first; the id breaks ties. */
export function compareCaptures(a: Capture, b: Capture): number {
  if (a.created.at !== b.created.at) return a.created.at < b.created.at ? -1 : 1
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

/** All captures of one civil day: what one file holds. */
export const captureDaySchema = z.looseObject({
  schema: z.literal(1),
  day: daySchema,
  /** Grows by one with each save. */
  revision: z.int().min(0),
  captures: z.array(captureSchema).max(10_000),
  saves: savesSchema.optional(),
  hash: z.string().max(64).optional(),
})
export type CaptureDay = z.infer<typeof captureDaySchema>

export function emptyCaptureDay(day: Day): CaptureDay {
  return { schema: 1, day, revision: 0, captures: [] }
}
