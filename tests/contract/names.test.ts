import { expect, expectTypeOf, test } from 'vitest'
import { type EventName, eventNames, type RequestName, requestNames } from '#shared/contract/channels'
import { type Command, commands } from '#shared/contract/commands'

const commandIds = commands.map(({ id }) => id)

import type { Events } from '#shared/contract/events'
import { type Responses, requestSchemas } from '#shared/contract/requests'
import { failureCodes } from '#shared/domain/failure'
import { messages } from '#shared/messages/messages'
import type { handlersOf } from '../../src/main/ipc/handlers/handlersOf'

test('every request has its schema, its response and its handler, and there are no others', () => {
  expect(Object.keys(requestSchemas).sort()).toEqual([...requestNames].sort())
  // These hold when this file is compiled.
  expectTypeOf<keyof Responses>().toEqualTypeOf<RequestName>()
  expectTypeOf<keyof ReturnType<typeof handlersOf>>().toEqualTypeOf<RequestName>()
  expectTypeOf<keyof typeof requestSchemas>().toEqualTypeOf<RequestName>()
  expectTypeOf<keyof Events>().toEqualTypeOf<EventName>()
})

test('every request is of one noun: gathered, a second one would replace the first', () => {
  const files = import.meta.glob<Readonly<Record<string, object>>>('../../src/shared/contract/*.ts', { eager: true })
  const ofNouns = Object.values(files).flatMap((file) =>
    Object.entries(file).flatMap(([name, requests]) => (name.endsWith('Requests') ? Object.keys(requests) : [])),
  )
  expect(ofNouns.sort()).toEqual([...requestNames].sort())
})

test('no name is given twice, also not to a request and an event', () => {
  const names: readonly string[] = [...requestNames, ...eventNames]
  expect(new Set(names).size).toBe(names.length)
  expect(new Set(commandIds).size).toBe(commandIds.length)
  expect(new Set(failureCodes).size).toBe(failureCodes.length)
})

test('requests are noun.verb, events words, failures in kebab-case', () => {
  for (const name of requestNames) expect(name).toMatch(/^[a-z]+\.[a-z][A-Za-z]*$/)
  for (const name of eventNames) expect(name).toMatch(/^[a-z][A-Za-z]*$/)
  for (const code of failureCodes) expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/)
})

test('every failure and every command has its words', () => {
  expect(Object.keys(messages.failures).sort()).toEqual([...failureCodes].sort())
  expect(Object.keys(messages.commands).sort()).toEqual([...commandIds].sort())
})

test('no two commands share their keys', () => {
  const keys = commands.flatMap(({ keys }: Command) => keys ?? [])
  expect(new Set(keys).size).toBe(keys.length)
})
