import { afterEach, beforeEach, expect, test } from 'vitest'
import { followCaptures, useCaptures } from '../../../src/renderer/state/journal/capturesStore'
import { useJournal } from '../../../src/renderer/state/journal/journalStore'
import { showPage, useOpenPage } from '../../../src/renderer/state/layout/openPageStore'
import type { OpenPage } from '../../../src/shared/contract/entries'
import type { Day } from '../../../src/shared/domain/day'
import { madeCapture, madeEntry } from '../../services/made'
import { settled } from '../answers'
import { type MainStandIn, standInForMain } from '../mainStandIn'

const day = '2026-03-02'
const of = (on: Day): OpenPage => ({
  entry: madeEntry(1, { day: on }),
  draft: null,
  fromBefore: null,
  alternatives: [],
})
const texts = () => useCaptures.getState().captures.map(({ text }) => text)

let main: MainStandIn
let end: () => void
let here: string[]
beforeEach(async () => {
  main = standInForMain()
  here = ['of this folder']
  main.answer('captures.ofDay', () => here.map((text, at) => madeCapture(at, { text })))
  useOpenPage.setState({ page: null, opening: 0, at: null })
  useJournal.setState({ folder: '/one', trouble: null })
  useCaptures.setState({ day: null, captures: [] })
  end = followCaptures()
  showPage(of(day))
  await settled()
  expect(texts()).toEqual(['of this folder'])
})
afterEach(() => end())

test('another page of the same day, as after another folder was opened, has its own', async () => {
  here = ['of that folder']
  showPage(of(day))
  await settled()
  expect(texts()).toEqual(['of that folder'])
})

test.each([
  ['the folder is another', { folder: '/two' }],
  ['the trouble is over', { trouble: 'disk-error' as const }],
])('a page that stays while %s has those that are there now', async (_, change) => {
  here = ['of that folder']
  useJournal.setState(change)
  await settled()
  expect(texts()).toEqual(['of that folder'])
})

test('only the day’s own changes are read, and nothing for a page that is renamed', async () => {
  here = ['changed']
  main.tell('capturesChanged', { day: '2026-03-03' })
  useOpenPage.setState({ at: null })
  await settled()
  expect(main.askedFor('captures.ofDay')).toHaveLength(1)
  main.tell('capturesChanged', { day })
  await settled()
  expect(texts()).toEqual(['changed'])
})

test('an answer that comes late does not put the past in place of the present', async () => {
  const late: ((value: unknown) => void)[] = []
  main.answer('captures.ofDay', () => new Promise((resolve) => late.push(resolve)))
  main.tell('capturesChanged', { day })
  main.tell('capturesChanged', { day })
  await settled()
  late[1]?.([madeCapture(1, { text: 'new' })])
  await settled()
  late[0]?.([madeCapture(1, { text: 'old' })])
  await settled()
  expect(texts()).toEqual(['new'])
})
