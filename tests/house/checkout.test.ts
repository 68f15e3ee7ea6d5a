/** A checkout has the same bytes on every system. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

test('git changes no line ends, whatever the system’s own settings say', () => {
  const rules = readFileSync(join(import.meta.dirname, '../../.gitattributes'), 'utf8').split('\n')
  expect(rules.filter((line) => line !== '' && !line.startsWith('#'))).toEqual(['* -text'])
})
