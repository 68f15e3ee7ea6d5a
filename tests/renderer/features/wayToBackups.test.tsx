/** Where a person who can't open the journal is shown the way to its backups. */
import { createRoot } from 'react-dom/client'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { LockScreen } from '../../../src/renderer/features/lock/LockScreen'
import { TroubleNotice } from '../../../src/renderer/features/notices/TroubleNotice'
import { showPanel, useLayout } from '../../../src/renderer/state/layout/layoutStore'
import { messages } from '../../../src/shared/messages/messages'
import { settled } from '../answers'
import { standInForMain } from '../mainStandIn'

let end = () => {}
async function shown(element: React.ReactElement): Promise<void> {
  const root = createRoot(document.body.appendChild(document.createElement('div')))
  end = () => root.unmount()
  root.render(element)
  for (let turn = 0; turn < 3; turn++) await settled()
}

beforeEach(() => {
  standInForMain().answer('lock.read', () => ({ isOn: true, isLocked: true, isKept: false }))
  document.body.innerHTML = ''
  showPanel(null)
})
afterEach(() => end())

const press = (label: string) => {
  const button = [...document.querySelectorAll('button')].find((one) => one.textContent === label)
  button?.click()
  return button !== undefined
}

test('from the lock’s screen', async () => {
  await shown(<LockScreen />)
  expect(press(messages.locking.screen.restore)).toBe(true)
  expect(useLayout.getState().panel).toBe('restore')
})

test.each([
  ['folder-missing', true],
  ['key-damaged', true],
  ['key-missing', true],
  ['disk-error', false],
] as const)('from the trouble %s: %s', async (trouble, isOffered) => {
  await shown(<TroubleNotice trouble={trouble} />)
  expect(press(messages.restoring.fromTrouble)).toBe(isOffered)
  expect(useLayout.getState().panel).toBe(isOffered ? 'restore' : null)
})
