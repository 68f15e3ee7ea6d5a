/** The keys of commands, whatever the settings say of them. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { commandKeys, troubleFor, withKeys } from '#shared/contract/commandKeys'
import { type Command, type CommandId, commands } from '#shared/contract/commands'
import { editorKeys } from '#shared/contract/editorKeys'
import { refusalOf } from '#shared/domain/settings/commandKeys'
import '../seed'
import { runs } from '../effort'

const ids = commands.map(({ id }) => id)
const own = new Map(commands.flatMap(({ id, keys }: Command) => (keys === undefined ? [] : [[id, keys] as const])))

test('without a choice each command has its own keys, which all can be had', () => {
  const { of, ignored, changed } = commandKeys(undefined)
  expect(of).toEqual(new Map(own))
  expect([ignored.size, changed.size]).toEqual([0, 0])
})

test.each([null, 5, 'CmdOrCtrl+J', [], [['today', 'CmdOrCtrl+J']], true])(
  '%j in their place changes nothing',
  (stored) => {
    expect(commandKeys(stored).of).toEqual(new Map(own))
  },
)

test('what was chosen counts, before what another command has by itself', () => {
  const { of, ignored } = commandKeys({ trash: 'CmdOrCtrl+T', newEntry: null })
  expect(of.get('trash')).toBe('CmdOrCtrl+T')
  expect(of.has('newEntry')).toBe(false)
  expect(of.has('today')).toBe(false)
  expect(ignored.get('today')).toEqual({ keys: 'CmdOrCtrl+T', trouble: { why: 'taken', by: 'trash' } })
})

test('two that changed keys with each other have them', () => {
  const { of, ignored } = commandKeys({ newEntry: 'CmdOrCtrl+T', today: 'CmdOrCtrl+N' })
  expect([of.get('newEntry'), of.get('today'), ignored.size]).toEqual(['CmdOrCtrl+T', 'CmdOrCtrl+N', 0])
})

test.each([
  ['CmdOrCtrl+Foo', { why: 'unfit' }],
  ['CmdOrCtrl+C', { why: 'reserved' }],
  [editorKeys.bold, { why: 'editor', by: 'bold' }],
  ['CmdOrCtrl+J', { why: 'taken', by: 'newEntry' }],
])('%j is ignored with the reason, and the command’s own keys are in its place', (keys, trouble) => {
  const { of, ignored } = commandKeys({ newEntry: 'CmdOrCtrl+J', today: keys })
  expect(of.get('today')).toBe('CmdOrCtrl+T')
  expect(ignored.get('today')).toEqual({ keys, trouble })
})

test('of a command that gets neither what was chosen nor its own, what was chosen is said', () => {
  const { of, ignored } = commandKeys({ trash: 'CmdOrCtrl+T', today: 'CmdOrCtrl+Foo' })
  expect(of.has('today')).toBe(false)
  expect(ignored.get('today')).toEqual({ keys: 'CmdOrCtrl+Foo', trouble: { why: 'unfit' } })
})

test.each([{}, 7, true, ['CmdOrCtrl+J']])('%j is no keys, and said', (keys) => {
  const { of, ignored } = commandKeys({ today: keys })
  expect(of.get('today')).toBe('CmdOrCtrl+T')
  expect(ignored.get('today')).toEqual({ keys: null, trouble: { why: 'unfit' } })
})

test('a command can be given keys that it has already, and not those of another', () => {
  const keys = commandKeys(undefined)
  expect(troubleFor('today', 'CmdOrCtrl+T', keys)).toBeNull()
  expect(troubleFor('today', 'CmdOrCtrl+J', keys)).toBeNull()
  expect(troubleFor('today', 'CmdOrCtrl+N', keys)).toEqual({ why: 'taken', by: 'newEntry' })
})

test('a change keeps what it does not know, and a reset leaves nothing behind', () => {
  const stored = { laterCommand: 'CmdOrCtrl+J', today: 5 }
  const changed = withKeys(stored, ['newEntry'], 'CmdOrCtrl+D')
  expect(changed).toEqual({ ...stored, newEntry: 'CmdOrCtrl+D' })
  expect(withKeys(changed, ['today'], null)).toEqual({ ...changed, today: null })
  expect(withKeys(changed, ids, undefined)).toEqual({ laterCommand: 'CmdOrCtrl+J' })
  expect(withKeys({ today: 'F2' }, ['today'], undefined)).toBeUndefined()
  expect(withKeys('nonsense', ['today'], 'F2')).toEqual({ today: 'F2' })
})

const anyKeys = fc.oneof(
  fc.constantFrom(...own.values(), ...Object.values(editorKeys), 'CmdOrCtrl+J', 'F2', 'CmdOrCtrl+C', '__proto__'),
  fc.string(),
  fc.jsonValue(),
)

test('whatever is stored, no two commands have the same keys, none has what it can’t, and each loss is said', () => {
  const stored = fc.dictionary(fc.oneof(fc.constantFrom<CommandId>(...ids), fc.string()), anyKeys, { maxKeys: 12 })
  fc.assert(
    fc.property(stored, (chosen) => {
      const { of, ignored, changed } = commandKeys(chosen)
      expect(new Set(of.values()).size).toBe(of.size)
      for (const keys of of.values()) expect(refusalOf(keys)).toBeNull()
      for (const keys of Object.values(editorKeys)) expect([...of.values()]).not.toContain(keys)
      for (const id of ids) {
        const wanted = Object.hasOwn(chosen, id) ? chosen[id] : own.get(id)
        if (wanted !== undefined && of.get(id) !== wanted && wanted !== null) expect(ignored.has(id)).toBe(true)
        if (changed.has(id)) expect(of.get(id) ?? null).toBe(chosen[id])
      }
      // What is read once more is read the same, and what is taken back is as at first.
      expect(commandKeys(JSON.parse(JSON.stringify(chosen))).of).toEqual(of)
      expect(commandKeys(withKeys(chosen, ids, undefined)).of).toEqual(new Map(own))
    }),
    { numRuns: runs({ all: 200, deep: 10_000 }) },
  )
})
