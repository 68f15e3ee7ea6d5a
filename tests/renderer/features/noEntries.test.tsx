import { I18nProvider } from 'react-aria-components'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { NoEntries } from '../../../src/renderer/features/list/NoEntries'
import { useJournal } from '../../../src/renderer/state/journal/journalStore'
import { messages } from '../../../src/shared/messages/messages'
import { standInForMain } from '../mainStandIn'

const words = messages.finding

let root: Root
beforeEach(() => {
  standInForMain()
  document.body.innerHTML = '<div></div>'
  root = createRoot(document.body.firstElementChild ?? document.body)
})
afterEach(() => {
  root.unmount()
  useJournal.setState({ elsewhere: 0 })
})

test.each([
  [0, words.noEntries],
  [1, words.entriesElsewhere('1 file')],
  [1_200, words.entriesElsewhere('1,200 files')],
])('an empty list with %i files that are not here says %j', async (elsewhere, sentence) => {
  useJournal.setState({ elsewhere, complete: true, trouble: null, firstRun: false, locale: 'en' })
  root.render(
    <I18nProvider locale="en">
      <NoEntries />
    </I18nProvider>,
  )
  await vi.waitFor(() => expect(document.querySelector('[role="status"]')?.textContent).toBe(sentence))
})
