import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { entryJsonSchema } from '../../../src/main/storage/kinds/entryJsonSchema'

test('the JSON Schema in the repository is the one of the code; if not: npx tsx scripts/schema.ts', () => {
  const path = join(import.meta.dirname, '../../../src/main/storage/entry.schema.json')
  expect(readFileSync(path, 'utf8')).toBe(entryJsonSchema())
})
