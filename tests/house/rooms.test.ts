/** A room is small enough to be seen at once. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const source = join(import.meta.dirname, '../../src')

function filesIn(folder: string): readonly string[] {
  return readdirSync(join(source, folder), { withFileTypes: true })
    .filter((item) => item.isFile())
    .map(({ name }) => name)
}

test.each(['shared/domain', 'main', 'main/storage', 'main/services', 'renderer/state'])(
  'at most 16 files lie directly in %s',
  (folder) => {
    expect(filesIn(folder).length).toBeLessThanOrEqual(16)
  },
)

// The directions of imports say how deep a file lies in these.
test.each(['main/storage', 'main/services'])('every source file of %s lies in one of its rooms', (folder) => {
  expect(filesIn(folder).filter((name) => name.endsWith('.ts'))).toEqual([])
})

test.each(readdirSync(join(source, 'renderer/features')))('the feature %s has at most 22 files', (feature) => {
  const files = readdirSync(join(source, 'renderer/features', feature), { recursive: true, withFileTypes: true })
  expect(files.filter((item) => item.isFile()).length).toBeLessThanOrEqual(22)
})
