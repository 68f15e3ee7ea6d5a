/** A file that another program still writes is tried again by the page itself, for as long as that is so. */
import { createRoot } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Notices } from '../../../src/renderer/features/notices/Notices'
import { useJournal } from '../../../src/renderer/state/journal/journalStore'
import type { FailureCode } from '../../../src/shared/domain/failure'
import { messages } from '../../../src/shared/messages/messages'
import { settled } from '../answers'
import { type MainStandIn, standInForMain } from '../mainStandIn'

const start = { today: '2026-03-06', zone: 'UTC', locale: 'en', page: null, notices: [], drafts: [], folder: '/home' }
const words = messages.finding.trouble

let main: MainStandIn
let end = () => {}
async function show(trouble: FailureCode): Promise<void> {
  useJournal.setState({ trouble, notices: [], locale: 'en' })
  const root = createRoot(document.body.appendChild(document.createElement('div')))
  end = () => root.unmount()
  root.render(<Notices />)
  await turns()
}
async function turns(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await settled()
}
async function pass(milliseconds: number): Promise<void> {
  vi.advanceTimersByTime(milliseconds)
  await turns()
}
const answers = (trouble: FailureCode | null) => main.answer('journal.reopen', () => ({ ...start, trouble }))
const tries = () => main.askedFor('journal.reopen').length

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  main = standInForMain()
  document.body.innerHTML = ''
})
afterEach(() => {
  end()
  vi.useRealTimers()
  useJournal.setState({ trouble: null })
})

test('it says so, offers to try again, and tries by itself until it is whole', async () => {
  await show('being-written')
  expect(document.body.textContent).toContain(words.beingWritten)
  expect(document.body.textContent).toContain(words.explanation)
  expect([...document.querySelectorAll('button')].map(({ textContent }) => textContent)).toContain(words.again)
  answers('being-written')
  for (let at = 1; at <= 3; at++) {
    await pass(6_000)
    expect(tries()).toBe(at)
  }
  answers('locked')
  await pass(6_000)
  expect(useJournal.getState().trouble).toBe('locked')
  await pass(60_000)
  expect(tries()).toBe(4)
})

test('a try that is not answered yet is not asked again', async () => {
  await show('being-written')
  let answer = (_: unknown) => {}
  main.answer('journal.reopen', () => new Promise((resolve) => (answer = resolve)))
  await pass(30_000)
  expect(tries()).toBe(1)
  answer({ ...start, trouble: 'being-written' })
  await turns()
  await pass(6_000)
  expect(tries()).toBe(2)
})

test.each(['key-damaged', 'disk-error'] as const)(
  'another trouble, as %s, is tried again by the person',
  async (code) => {
    await show(code)
    await pass(60_000)
    expect(tries()).toBe(0)
  },
)
