import { afterEach, expect, test } from 'vitest'
import { runCommand } from '../../../src/renderer/app/commands'
import { useJournal } from '../../../src/renderer/state/journal/journalStore'
import { showPanel, useLayout } from '../../../src/renderer/state/layout/layoutStore'

afterEach(() => {
  showPanel(null)
  useJournal.setState({ trouble: null })
})

test.each([
  [null, 'palette'],
  ['locked', null],
] as const)('while the trouble is %s the palette’s command shows %s', (trouble, panel) => {
  useJournal.setState({ trouble })
  runCommand('palette')
  expect(useLayout.getState().panel).toBe(panel)
})
