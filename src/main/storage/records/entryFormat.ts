/** The entry file's schema version and the way from older ones. */
import { type Entry, entrySchema, entrySchemaVersion } from '#shared/domain/entry/entry'
import type { FileFormat } from '../format/fileFormat'

export const entryFormat: FileFormat<Entry> = { version: entrySchemaVersion, schema: entrySchema, migrations: [] }
