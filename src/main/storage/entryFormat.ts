/** The entry file's schema version and the way from older ones. */
import { type Entry, entrySchema, entrySchemaVersion } from '#shared/domain/entry'
import type { Format } from './format'

export const entryFormat: Format<Entry> = { version: entrySchemaVersion, schema: entrySchema, migrations: [] }
