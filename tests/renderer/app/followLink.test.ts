/** A link that comes while the journal is locked is followed once it is open; of several the last. */
import { afterEach, expect, test } from 'vitest'
import { followLink } from '../../../src/renderer/app/followLink'
import { useJournal } from '../../../src/renderer/state/journal/journalStore'
import { setQuery, useRail } from '../../../src/renderer/state/layout/railStore'

afterEach(() => {
  useJournal.setState({ trouble: null })
  setQuery('')
})

const query = () => useRail.getState().query

test('at once where the journal is open', () => {
  followLink({ kind: 'search', query: 'ledger' })
  expect(query()).toBe('ledger')
})

test('once it is unlocked, and only the last', () => {
  useJournal.setState({ trouble: 'locked' })
  followLink({ kind: 'search', query: 'ledger' })
  followLink({ kind: 'search', query: '+apollo' })
  useJournal.setState({ rows: [] })
  expect(query()).toBe('')
  useJournal.setState({ trouble: null })
  expect(query()).toBe('+apollo')
  setQuery('other')
  useJournal.setState({ trouble: null })
  expect(query()).toBe('other')
})
