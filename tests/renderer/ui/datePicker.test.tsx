/** A field for a day goes out from the journal's day: the page's own clock may be in another zone, and its day ends at another hour. */
import { I18nProvider } from 'react-aria-components'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, expect, test, vi } from 'vitest'
import { useJournal } from '../../../src/renderer/state/journal/journalStore'
import { DatePicker } from '../../../src/renderer/ui/DatePicker'
import { settled } from '../answers'

let root: Root
afterEach(() => root.unmount())

test('an empty one begins with the journal’s day', async () => {
  useJournal.setState({ today: '2028-02-29' })
  document.body.innerHTML = '<div></div>'
  root = createRoot(document.body.firstElementChild ?? document.body)
  const chosen = vi.fn()
  root.render(
    <I18nProvider locale="en">
      <DatePicker label="Until" value={null} onChange={chosen} />
    </I18nProvider>,
  )
  await vi.waitFor(() => expect(document.querySelectorAll('[role="spinbutton"]')).toHaveLength(3))
  for (const part of document.querySelectorAll<HTMLElement>('[role="spinbutton"]')) {
    part.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowUp', bubbles: true }))
    await settled()
  }
  await vi.waitFor(() => expect(chosen).toHaveBeenLastCalledWith('2028-02-29'))
})
