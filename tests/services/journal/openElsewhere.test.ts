/** That another computer has the journal open is told to the page, and again to a page that was loaded anew. */
import { expect, test, vi } from 'vitest'
import { createJournal } from '../../../src/main/services/journal/journal'
import { createJournalSync } from '../../../src/main/services/journal/journalSync'
import { fakeLibrary } from '../fakeLibrary'
import { fakeJournal } from '../made'

test('comes, goes, and is over with the journal', async () => {
  const elsewhere = { devices: [] as readonly string[], tell: (_: readonly string[]) => {} }
  const open = {
    ...fakeJournal(),
    elsewhere: {
      get devices() {
        return elsewhere.devices
      },
      onChange(listener: (devices: readonly string[]) => void) {
        elsewhere.tell = listener
        return () => (elsewhere.tell = () => {})
      },
    },
  }
  const told: unknown[] = []
  const journal = createJournal(async () => open)
  const sync = createJournalSync({
    journal,
    openLibrary: (listener) => fakeLibrary(() => open, listener),
    emit: (name, event) => void (name === 'openElsewhereChanged' && told.push(event)),
    folder: () => '/journals/mine',
    afterShown: (work) => void setImmediate(work),
  })
  await journal.tryOpen()
  sync.follow()
  const tell = (...devices: string[]) => {
    elsewhere.devices = devices
    elsewhere.tell(devices)
  }
  tell('Desk')
  sync.emitReading()
  await vi.waitFor(() => expect(told).toEqual([{ devices: ['Desk'] }, { devices: ['Desk'] }]))
  tell()
  tell('Desk')
  await sync.move(async () => undefined)
  expect(told.slice(2)).toEqual([{ devices: [] }, { devices: ['Desk'] }, { devices: [] }])
})
