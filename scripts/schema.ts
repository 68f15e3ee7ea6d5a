import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { entryJsonSchema } from '../src/main/storage/kinds/entryJsonSchema'

/** `npx tsx scripts/schema.ts`: writes the JSON Schema of an entry file beside the code that reads it. */
writeFileSync(join(import.meta.dirname, '../src/main/storage/entry.schema.json'), entryJsonSchema())
