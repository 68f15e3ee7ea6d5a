/** The settings file's schema version and the way from older ones. */
import { type Settings, settingsSchema, settingsSchemaVersion } from '#shared/domain/settings'
import type { Format } from './format'

export const settingsFormat: Format<Settings> = {
  version: settingsSchemaVersion,
  schema: settingsSchema,
  migrations: [],
}
