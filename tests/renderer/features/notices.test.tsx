import { I18nProvider } from 'react-aria-components'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { Notices } from '../../../src/renderer/features/notices/Notices'
import { watchEntryDraft } from '../../../src/renderer/state/draft/autosaveWatch'
import { createEntryDraft } from '../../../src/renderer/state/draft/entryDraft'
import { followJournal, useJournal } from '../../../src/renderer/state/journal/journalStore'
import { useLayout } from '../../../src/renderer/state/layout/layoutStore'
import type { Notice } from '../../../src/shared/contract/health'
import { messages } from '../../../src/shared/messages/messages'
import { idOf, madeEntry } from '../../services/made'
import { type MainStandIn, standInForMain } from '../mainStandIn'

const words = messages.finding.notice
const file = (at: number): Notice => ({
  kind: 'quarantined',
  file: `captures/inbox/${at}.json`,
  day: null,
  restored: false,
})

/** How long a slow machine may take, of which no test says anything. */
const patience = 150_000
vi.setConfig({ testTimeout: 2 * patience })
const until = (holds: () => void) => vi.waitFor(holds, { timeout: patience })

let main: MainStandIn
let root: Root
beforeEach(() => {
  main = standInForMain()
  document.body.innerHTML = '<div></div>'
  root = createRoot(document.body.firstElementChild ?? document.body)
})
afterEach(() => {
  root.unmount()
  useJournal.setState({ notices: [], drafts: [], openElsewhere: [] })
})

function show(notices: readonly Notice[]): void {
  useJournal.setState({ notices: [...notices], locale: 'en', trouble: null })
  root.render(
    <I18nProvider locale="en">
      <Notices />
    </I18nProvider>,
  )
}

const dismissers = () => [...document.querySelectorAll('button')].map((button) => button.getAttribute('aria-label'))

test('why sealed files have their form of before still is said, with a way to try again', async () => {
  let asked = 0
  main.answer('lock.migrate', () => {
    asked += 1
    return null
  })
  const { refused, noBackup, again, explanation } = messages.locking.oldForm
  show([{ kind: 'old-form', file: 'lock.json', day: null, restored: false, reason: 'no-room' }])
  await until(() => expect(document.body.textContent).toContain(refused(noBackup)))
  expect(document.body.textContent).toContain(explanation)
  expect([...document.querySelectorAll('button')].map(({ textContent }) => textContent)).toEqual([again])
  document.querySelector('button')?.click()
  await until(() => expect(asked).toBe(1))
})

test('a few files have a line each', async () => {
  show([file(1), file(2), file(3)])
  await until(() => expect(document.body.textContent).toContain(words.quarantined(file(3).file)))
  for (const at of [1, 2]) expect(document.body.textContent).toContain(words.quarantined(file(at).file))
  expect(dismissers()).not.toContain(words.dismissRest)
})

test('of a thousand, three have one; the rest is a line together, and goes together', async () => {
  show(Array.from({ length: 1_003 }, (_, at) => file(at)))
  await until(() => expect(document.body.textContent).toContain(words.moreFiles(1_000, '1,000')))
  expect(document.querySelectorAll('button').length).toBeLessThan(10)
  document.querySelector<HTMLElement>(`[aria-label="${words.dismissRest}"]`)?.click()
  await until(() => expect(useJournal.getState().notices).toEqual([file(0), file(1), file(2)]))
})

test('what went back, and what is gone, has a line and the way to the details', async () => {
  const [old, gone] = ['entries/2026/old.json', 'captures/2026/gone.json']
  show([
    { ...file(1), kind: 'rolled-back', file: old },
    { ...file(2), kind: 'gone', file: gone },
  ])
  await until(() => expect(document.body.textContent).toContain(words.gone(gone)))
  expect(document.body.textContent).toContain(words['rolled-back'](old))
  expect(document.body.textContent?.split(messages.health.open)).toHaveLength(3)
})

test('a page that is gone is named by its day', async () => {
  useJournal.setState({ today: '2026-03-12' })
  show([{ ...file(1), kind: 'gone', file: 'entries/2026/x.json', day: '2026-03-02', recordKind: 'entry' }])
  await until(() => expect(document.body.textContent).toContain(words.gone(words.pageOf('Monday, March 2'))))
})

describe('words that are kept on this computer', () => {
  const draft = (number: number, day: string) => ({ kind: 'entry', id: idOf(number), day }) as const

  test('have one line for all of their pages, and the way to the first', async () => {
    useJournal.setState({ drafts: [draft(1, '2026-03-01'), draft(2, '2026-02-20')], today: '2026-03-02' })
    show([])
    await until(() => expect(document.body.textContent).toContain(messages.drafting.found(2, '2')))
    expect(document.body.textContent).toContain('February 20')
    document.querySelector('button')?.click()
    await until(() => expect(main.askedFor('entries.read')).toEqual([{ id: idOf(1) }]))
  })

  test('of a page that is open are told by the page alone', async () => {
    const entryDraft = createEntryDraft({ entry: madeEntry(1), draft: null, fromBefore: null, alternatives: [] })
    const release = watchEntryDraft(entryDraft)
    useJournal.setState({ drafts: [draft(1, '2026-03-02'), draft(2, '2026-02-20')], today: '2026-03-02' })
    show([])
    await until(() => expect(document.body.textContent).toContain(messages.drafting.found(1, '1')))
    release()
    await until(() => expect(document.body.textContent).toContain(messages.drafting.found(2, '2')))
  })
})

test('other computers that have the journal open are told in one line, until they end or the person has seen it', async () => {
  const [line, other] = [
    messages.copying.openElsewhere('Desk and another computer'),
    messages.copying.openElsewhere('Desk'),
  ]
  onTestFinished(followJournal())
  show([])
  main.tell('openElsewhereChanged', { devices: ['Desk', ''] })
  await until(() => expect(document.body.textContent).toContain(line))
  main.tell('openElsewhereChanged', { devices: [] })
  await until(() => expect(document.body.textContent).not.toContain(line))
  main.tell('openElsewhereChanged', { devices: ['Desk'] })
  await until(() => expect(document.body.textContent).toContain(other))
  document.querySelector('button')?.click()
  await until(() => expect(document.body.textContent).not.toContain(other))
})

describe('the lock that this computer knows is gone', () => {
  const gone: Notice = { kind: 'lock-gone', file: 'lock.json', day: null, restored: false }
  const { question, onPurpose, restore } = messages.locking.gone
  const press = (label: string) =>
    [...document.querySelectorAll('button')].find(({ textContent }) => textContent === label)?.click()

  test('it is asked, whatever else is told, and a backup is one way on', async () => {
    show([file(1), gone])
    await until(() => expect(document.body.textContent).toContain(question))
    expect(document.body.textContent).toContain(words.quarantined(file(1).file))
    press(restore)
    await until(() => expect(useLayout.getState().panel).toBe('restore'))
    expect(main.askedFor('lock.acceptGone')).toHaveLength(0)
  })

  test('said to be on purpose, the journal is opened anew; a failure is told in its place', async () => {
    main.fail('lock.acceptGone', 'disk-full')
    show([gone])
    await until(() => expect(document.body.textContent).toContain(question))
    press(onPurpose)
    await until(() => expect(document.body.textContent).toContain(messages.failures['disk-full']))
    expect(main.askedFor('journal.reopen')).toHaveLength(0)
    main.fail('lock.acceptGone', null)
    press(onPurpose)
    await until(() => expect(main.askedFor('journal.reopen')).toHaveLength(1))
  })
})
