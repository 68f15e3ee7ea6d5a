/** What `journal.json` holds, and its version. */
import { z } from 'zod'
import { instantSchema } from '#shared/domain/day'
import type { FileFormat } from './fileFormat'

const markerSchema = z.looseObject({ schema: z.literal(1), id: z.uuid(), created: instantSchema })
export type Marker = z.infer<typeof markerSchema>
export const markerFormat: FileFormat<Marker> = { version: 1, schema: markerSchema, migrations: [] }
