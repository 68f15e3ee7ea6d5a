/** A list of the trash that is old by now: what can't be deleted from it is read again. */
import { createRoot } from 'react-dom/client'
import { expect, test } from 'vitest'
import { TrashDialog } from '../../../src/renderer/features/trash/TrashDialog'
import { useJournal } from '../../../src/renderer/state/journal/journalStore'
import { entryRow } from '../../../src/shared/domain/entry/entryRow'
import { messages } from '../../../src/shared/messages/messages'
import { madeEntry } from '../../services/made'
import { settled } from '../answers'
import { standInForMain } from '../mainStandIn'

const words = messages.finding

async function press(name: string): Promise<void> {
  const button = [...document.querySelectorAll('button')].findLast(({ textContent }) => textContent === name)
  expect(button, name).toBeDefined()
  button?.click()
  for (let turn = 0; turn < 5; turn++) await settled()
}

test('what another device put there since is on the list after an attempt to delete what it replaced', async () => {
  const main = standInForMain()
  useJournal.setState({ locale: 'en' })
  const list = (title: string) =>
    main.answer('trash.list', () => [
      { row: entryRow(madeEntry(1, { title })), trashedAt: '2026-03-02T08:00:00Z', text: title },
    ])
  list('Seen')
  main.answer('captures.trashed', () => [])
  main.fail('trash.erase', 'not-found')
  document.body.innerHTML = '<div></div>'
  const root = createRoot(document.body.firstElementChild ?? document.body)
  root.render(<TrashDialog />)
  for (let turn = 0; turn < 5; turn++) await settled()
  for (const [title, first, then] of [
    ['Written on', words.erase, words.erase],
    ['Written on again', words.empty, words.empty],
  ] as const) {
    list(title)
    await press(first)
    await press(then)
    expect(document.body.textContent).toContain(title)
  }
  root.unmount()
})
