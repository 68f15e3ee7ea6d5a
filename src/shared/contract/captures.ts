/** Captures, and the window in which they are written. */
import { z } from 'zod'
import { type Capture, captureKindSchema, maxCaptureLength, type TrashedCapture } from '../domain/capture/capture'
import { type Day, daySchema } from '../domain/day'
import { entryIdSchema } from '../domain/entry/entry'
import { nothing } from './parts'

/** A thought before it is a capture: as written, or as a link offers it. */
export const draftSchema = z.strictObject({ kind: captureKindSchema, text: z.string().max(maxCaptureLength) })
export type CaptureDraft = z.infer<typeof draftSchema>

const capture = z.strictObject({ day: daySchema, id: entryIdSchema })

export const captureRequests = {
  'captures.begin': nothing,
  'captures.keepDraft': draftSchema,
  /** `isOffered`: a link's words, which were never the draft. */
  'captures.add': draftSchema.extend({ isOffered: z.boolean() }),
  'captures.open': nothing,
  'captures.close': nothing,
  'captures.ofDay': z.strictObject({ day: daySchema }),
  'captures.trashed': nothing,
  'captures.edit': capture.extend(draftSchema.shape),
  'captures.move': capture.extend({ to: daySchema }),
  'captures.use': capture.extend({ entry: entryIdSchema.nullable() }),
  'captures.discard': capture,
  'captures.restore': capture,
  'captures.erase': capture,
}

/** A capture is on this device, until the journal is unlocked here, or the question what became of its lock is answered. */
export type KeptUntil = 'unlocked' | 'answered'

export interface CaptureAnswers {
  'captures.begin': {
    readonly draft: CaptureDraft | null
    /** What a link offers, to be kept only when the person says so. */
    readonly offered: CaptureDraft | null
    readonly locale: string
  }
  'captures.keepDraft': null
  'captures.add': { readonly keptUntil: KeptUntil | null }
  'captures.open': null
  'captures.close': null
  'captures.ofDay': readonly Capture[]
  'captures.trashed': readonly TrashedCapture[]
  'captures.edit': null
  'captures.move': null
  'captures.use': null
  'captures.discard': null
  'captures.restore': null
  'captures.erase': null
}

export interface CaptureEvents {
  /** Captures of this day came, went or changed. */
  capturesChanged: { readonly day: Day }
  /** The capture window is shown again: for what stands in it, or for what a link offers. */
  captureAsked: { readonly offered: CaptureDraft | null }
}
