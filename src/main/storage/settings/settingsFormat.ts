/** The settings file's schema version and the way from older ones. */
import { type Settings, settingsSchema, settingsSchemaVersion } from '#shared/domain/settings/settings'
import type { FileFormat } from '../format/fileFormat'

export const settingsFormat: FileFormat<Settings> = {
  version: settingsSchemaVersion,
  schema: settingsSchema,
  migrations: [],
}
