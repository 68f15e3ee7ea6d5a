/** The inbox of entries: answers that were written outside of the window. */
import { z } from 'zod'
import { isPlaceable } from '#shared/document/isPlaceable'
import { waitingAnswerSchema } from '#shared/domain/entry/waitingAnswer'
import type { FileFormat } from '../format/fileFormat'
import type { Inbox } from './recordKind'

const fileSchema = z.looseObject({ schema: z.literal(1), answer: waitingAnswerSchema })
type WaitingFile = z.infer<typeof fileSchema>

export const waitingAnswerFormat: FileFormat<WaitingFile> = { version: 1, schema: fileSchema, migrations: [] }

export const waitingAnswers: Inbox<WaitingFile> = {
  format: waitingAnswerFormat,
  waitsFor: ({ answer }) => ({ day: answer.day, id: answer.entry, isStuck: !isPlaceable(answer) }),
}
