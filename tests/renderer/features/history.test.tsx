/** Earlier versions on the page: what was typed is stored before they are shown, and what came and went is told without colour. */

import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { beforeEach, expect, test } from 'vitest'
import { bringBack, readHistory } from '../../../src/renderer/features/history/historyActions'
import { onLeaving, showPage, useOpenPage } from '../../../src/renderer/state/layout/openPageStore'
import { Changes } from '../../../src/renderer/ui/Changes'
import type { Version } from '../../../src/shared/domain/entry/version'
import { changes } from '../../../src/shared/domain/text/differences'
import { idOf, madeEntry } from '../../services/made'
import { type MainStandIn, standInForMain } from '../mainStandIn'

const entry = madeEntry(1)
const history = { entry, isInTrash: false, versions: [] }
const version: Version = {
  id: '1-20260302T101010500Z',
  revision: 1,
  updated: entry.updated,
  words: 3,
  isCopy: false,
}

let main: MainStandIn
let stored: boolean
let asksToStore: number
beforeEach(() => {
  main = standInForMain()
  stored = true
  asksToStore = 0
  onLeaving(async () => {
    asksToStore++
    return stored
  })
  useOpenPage.setState({ page: null, opening: 0, at: null })
  showPage({ entry, draft: null, fromBefore: null, alternatives: [] })
  main.answer('history.read', () => history)
})

test('words in the editor are stored before the open page’s versions are read', async () => {
  expect(await readHistory(entry.id)).toBe(history)
  expect(asksToStore).toBe(1)
  stored = false
  expect(await readHistory(entry.id)).toBe(null)
  expect(main.askedFor('history.read')).toEqual([{ id: entry.id }])
})

test('another entry’s versions leave the open page alone', async () => {
  stored = false
  await readHistory(idOf(2))
  expect(main.askedFor('history.read')).toEqual([{ id: idOf(2) }])
  expect(asksToStore).toBe(0)
})

test('what was brought back is opened: the page again, or the new entry', async () => {
  const made = madeEntry(7, { title: 'Of then' })
  main.answer('history.restore', () => made.id)
  main.answer('entries.read', () => ({ entry: made, draft: null, fromBefore: null, alternatives: [] }))
  await bringBack(history, version, 'copy')
  expect(main.askedFor('history.restore')).toEqual([{ id: entry.id, version: version.id, base: 1, as: 'copy' }])
  expect(useOpenPage.getState().page?.entry).toEqual(made)
})

test('what could not be brought back leaves the page as it is', async () => {
  main.fail('history.restore', 'conflict')
  await expect(bringBack(history, version, 'revision')).rejects.toMatchObject({ code: 'conflict' })
  expect(useOpenPage.getState().page?.entry).toEqual(entry)
})

test('what came and what went is told by elements and by words', () => {
  const place = document.createElement('div')
  const root = createRoot(place)
  flushSync(() => root.render(<Changes changes={changes('one two three', 'one 2 three four') ?? []} />))
  const told = (name: string) => Array.from(place.querySelectorAll(name), ({ textContent }) => textContent)
  expect(told('del')).toEqual(['Removed since then: two'])
  expect(told('ins')).toEqual(['Added since then: 2', 'Added since then:  four'])
  root.unmount()
})
