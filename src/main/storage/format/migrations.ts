/** Brings a document of an older schema to the present one, a version at a time. */
import { Failure } from '#shared/domain/failure'

export type JsonObject = Record<string, unknown>

export interface Migration {
  readonly from: number
  readonly to: number
  /** Pure; leaves fields it does not know as they are. `schema` is set for it. */
  migrate(document: JsonObject): JsonObject
}

/** Throws `newer-schema` for a version this app does not know yet and `unreadable` for one that never was. */
export function migrated(document: JsonObject, target: number, migrations: readonly Migration[]): JsonObject {
  const version = document.schema
  if (typeof version !== 'number' || !Number.isSafeInteger(version) || version < 1) {
    throw new Failure('unreadable', 'no schema version')
  }
  if (version > target) throw new Failure('newer-schema', `schema ${version}, this app knows ${target}`)
  let current = document
  for (let at = version; at < target; at++) {
    const step = migrations.find((migration) => migration.from === at && migration.to === at + 1)
    if (!step) throw new Failure('unreadable', `no migration from schema ${at}`)
    current = { ...step.migrate(current), schema: at + 1 }
  }
  return current
}
