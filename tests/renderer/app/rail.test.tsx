/** The list waits for today's page: the first drawing is without it. */
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { expect, test, vi } from 'vitest'
import { Rail } from '../../../src/renderer/app/Rail'
import { useJournal } from '../../../src/renderer/state/journal/journalStore'
import type { EntryRow } from '../../../src/shared/domain/entry/entryRow'
import { messages } from '../../../src/shared/messages/messages'
import { standInForMain } from '../mainStandIn'

const row: EntryRow = {
  kind: 'entry',
  id: 'id 1',
  day: '2026-03-01',
  createdAt: '2026-03-01T08:00:00Z',
  zone: 'UTC',
  updatedAt: '2026-03-01T08:00:00Z',
  template: 'daily',
  title: '',
  starred: false,
  revision: 1,
  firstWords: 'Words',
  practices: [],
}

test('the list is drawn after the page', async () => {
  standInForMain()
  document.body.innerHTML = '<div></div>'
  const root = createRoot(document.body.firstElementChild ?? document.body)
  useJournal.setState({ rows: [row], today: '2026-03-02', locale: 'en' })
  const list = () => document.querySelector(`[aria-label="${messages.finding.rail}"] div[role="grid"]`)
  flushSync(() => root.render(<Rail />))
  expect(document.querySelector('nav')).not.toBeNull()
  expect(list()).toBeNull()
  await vi.waitFor(() => expect(list()).not.toBeNull())
  root.unmount()
})
