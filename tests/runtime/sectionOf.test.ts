import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { repository } from '../../scripts/runtime/repository'
import { sectionOf } from '../../scripts/runtime/sectionOf'

const changelog = '# Changelog\n\n## 2.0.0\n\nNew.\n\n### Also\n\nMore.\n\n## 1.0.0\n\n## 0.9.0\nOld.\n'

test.each([
  ['2.0.0', 'New.\n\n### Also\n\nMore.'],
  ['0.9.0', 'Old.'],
  ['1.0.0', null],
  ['2.0', null],
])('the section of %s', (version, text) => {
  expect(sectionOf(changelog, version)).toBe(text)
})

test('the version that is built has one', () => {
  const { version } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8'))
  expect(sectionOf(readFileSync(join(repository, 'CHANGELOG.md'), 'utf8'), version)).not.toBeNull()
})
