import { I18nProvider } from 'react-aria-components'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Unsaved } from '../../../src/renderer/features/unsaved/Unsaved'
import { watchEntryDraft } from '../../../src/renderer/state/draft/autosaveWatch'
import { createEntryDraft } from '../../../src/renderer/state/draft/entryDraft'
import { useJournal } from '../../../src/renderer/state/journal/journalStore'
import { documentOfText } from '../../../src/shared/document/document'
import { messages } from '../../../src/shared/messages/messages'
import { madeEntry } from '../../services/made'
import { type MainStandIn, standInForMain } from '../mainStandIn'

const words = messages.writing
/** How long a slow machine may take, of which no test says anything. */
const patience = 150_000
vi.setConfig({ testTimeout: 2 * patience })
const until = (holds: () => void) => vi.waitFor(holds, { timeout: patience })

let main: MainStandIn
let root: Root
beforeEach(() => {
  main = standInForMain()
  document.body.innerHTML = '<div id="root"></div><textarea></textarea>'
  root = createRoot(document.querySelector('#root') ?? document.body)
  useJournal.setState({ locale: 'en', today: '2026-03-02' })
})
afterEach(() => root.unmount())

const button = (name: string) =>
  [...document.querySelectorAll('button')].find(({ textContent }) => textContent === name)

test('a conflict is a line with a button: the focus stays with what is typed in until that is pressed', async () => {
  const entry = madeEntry(1)
  const theirs = { ...entry, revision: 2, title: 'From elsewhere' }
  main.fail('entries.save', 'conflict')
  main.answer('entries.read', () => ({ entry: theirs, draft: null, fromBefore: null, alternatives: [] }))
  const entryDraft = createEntryDraft({ entry, draft: null, fromBefore: null, alternatives: [] })
  const release = watchEntryDraft(entryDraft)
  root.render(
    <I18nProvider locale="en">
      <Unsaved />
    </I18nProvider>,
  )
  const typed = document.querySelector('textarea')
  typed?.focus()
  const left = vi.fn()
  typed?.addEventListener('blur', left)
  entryDraft.answered(0, () => documentOfText('Still typing'))
  void entryDraft.flush()
  await until(() => expect(button(words.choose)).toBeDefined())
  expect(document.querySelector('[role="dialog"]')).toBeNull()
  expect(document.activeElement).toBe(typed)
  expect(left).not.toHaveBeenCalled()
  button(words.choose)?.click()
  await until(() => expect(document.querySelector('[role="dialog"]')?.textContent).toContain(words.conflict.title))
  expect(entryDraft.text()).toContain('Still typing')
  release()
})

test('a lock that another device changed has its way out beside the words', async () => {
  const entry = madeEntry(1)
  main.fail('entries.save', 'lock-changed')
  const reopen = vi.fn(() => null)
  main.answer('lock.reopen', reopen)
  const entryDraft = createEntryDraft({ entry, draft: null, fromBefore: null, alternatives: [] })
  const release = watchEntryDraft(entryDraft)
  root.render(
    <I18nProvider locale="en">
      <Unsaved />
    </I18nProvider>,
  )
  entryDraft.answered(0, () => documentOfText('Still typing'))
  void entryDraft.flush()
  await until(() => expect(button(words.reopen)).toBeDefined())
  button(words.reopen)?.click()
  await until(() => expect(reopen).toHaveBeenCalledOnce())
  release()
})
