/** The JSON Schema of an entry file, made from the schema that the code itself checks with. `scripts/schema.ts` writes it beside this file. */
import { z } from 'zod'
import { entrySchema, entrySchemaVersion } from '#shared/domain/entry/entry'

export function entryJsonSchema(): string {
  const schema = z.toJSONSchema(entrySchema, { io: 'input', target: 'draft-2020-12' })
  const title = `A journal entry of Throughline, schema version ${entrySchemaVersion}`
  return `${JSON.stringify({ title, ...schema }, null, 2)}\n`
}
