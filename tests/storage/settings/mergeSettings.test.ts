/** Two devices' settings become one: field by field, and keys command by command. */
import { expect, test } from 'vitest'
import { defaultSettings, type Settings } from '#shared/domain/settings/settings'
import { mergedSettings } from '../../../src/main/storage/settings/mergeSettings'

const keys = (commandKeys: unknown): Settings => ({ ...defaultSettings, commandKeys })
const base = keys({ today: 'F2', later: 'F3' })

test.each([
  ['other commands', { today: 'F4', later: 'F3' }, { today: 'F2', trash: null }, { today: 'F4', trash: null }, false],
  ['the same command alike', { today: 'F4' }, { today: 'F4', later: 'F3' }, { today: 'F4' }, false],
  [
    'the same command apart',
    { today: 'F4', later: 'F3' },
    { today: 'F5', later: 'F3', trash: 'F6' },
    { today: 'F4', later: 'F3', trash: 'F6' },
    true,
  ],
  ['one, where all were taken back', undefined, { today: 'F2', later: 'F3', trash: 'F6' }, { trash: 'F6' }, false],
  ['one each, which leaves none', { today: 'F2' }, { later: 'F3' }, undefined, false],
  ['what is no list of keys', 5, { today: 'F4', later: 'F3' }, 5, true],
] as const)('keys of %s', (_, ours, theirs, merged, isContested) => {
  const both = mergedSettings(base, keys(ours), { ...keys(theirs), theme: 'dark' })
  expect(both.settings).toEqual({ ...keys(merged), theme: 'dark' })
  expect(both.isContested).toBe(isContested)
})

test('they count from none where both began without', () => {
  const { settings } = mergedSettings(defaultSettings, keys({ today: 'F4' }), keys({ trash: 'F6' }))
  expect(settings.commandKeys).toEqual({ today: 'F4', trash: 'F6' })
})

test('other lists are a choice as a whole', () => {
  const saved = (name: string): Settings => ({ ...defaultSettings, savedSearches: [{ name, query: name }] })
  expect(mergedSettings(defaultSettings, saved('a'), saved('b'))).toEqual({ settings: saved('a'), isContested: true })
})
