/** Main is kept up to date on whether a page holds words that are not saved. */
import { expect, test, vi } from 'vitest'
import { createStore } from 'zustand'
import { useWatched } from '../../../src/renderer/state/draft/autosaveWatch'
import type { EntryDraft, EntryDraftState } from '../../../src/renderer/state/draft/entryDraft'
import { sayUnsaved } from '../../../src/renderer/state/draft/unsavedWords'

function entryDraft() {
  const store = createStore<Pick<EntryDraftState, 'status'>>(() => ({ status: { kind: 'new' } }))
  // All that is read of a draft here.
  return { store, entryDraft: { store } as unknown as EntryDraft }
}

test('each change of it is said once, whichever page it is', () => {
  const said: unknown[] = []
  const answer = async (name: string, payload: unknown) => {
    said.push([name, payload])
    return { ok: true, value: null }
  }
  vi.stubGlobal('window', { journal: { request: answer } })
  const end = sayUnsaved()
  const [left, open] = [entryDraft(), entryDraft()]
  useWatched.setState({ entryDrafts: [left.entryDraft, open.entryDraft] })
  expect(said).toEqual([])
  open.store.setState({ status: { kind: 'saving' } })
  left.store.setState({ status: { kind: 'failed', code: 'disk-full' } })
  expect(said).toEqual([['page.unsaved', { isUnsaved: true }]])
  open.store.setState({ status: { kind: 'saved' } })
  expect(said).toHaveLength(1)
  useWatched.setState({ entryDrafts: [open.entryDraft] })
  expect(said.slice(1)).toEqual([['page.unsaved', { isUnsaved: false }]])
  open.store.setState({ status: { kind: 'conflict' } })
  expect(said.slice(2)).toEqual([['page.unsaved', { isUnsaved: true }]])
  end()
  open.store.setState({ status: { kind: 'stopped' } })
  expect(said).toHaveLength(3)
  vi.unstubAllGlobals()
})
