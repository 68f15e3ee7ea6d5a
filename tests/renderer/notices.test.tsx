import { I18nProvider } from 'react-aria-components'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Notices } from '../../src/renderer/features/notices/Notices'
import { useJournal } from '../../src/renderer/state/journalStore'
import type { Notice } from '../../src/shared/contract/answers/notices'
import { messages } from '../../src/shared/messages/messages'
import { standInForMain } from './mainStandIn'

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

let root: Root
beforeEach(() => {
  standInForMain()
  document.body.innerHTML = '<div></div>'
  root = createRoot(document.body.firstElementChild ?? document.body)
})
afterEach(() => {
  root.unmount()
  useJournal.setState({ notices: [] })
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
