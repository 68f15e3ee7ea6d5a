import { I18nProvider } from 'react-aria-components'
import { createRoot } from 'react-dom/client'
import { expect, onTestFinished, test, vi } from 'vitest'
import { LockScreen } from '../../../src/renderer/features/lock/LockScreen'
import { messages } from '../../../src/shared/messages/messages'
import { standInForMain } from '../mainStandIn'

test.each([true, false])(
  'it says whether the lock is another one than this computer knows: %s',
  async (isOther) => {
    const main = standInForMain()
    main.answer('lock.read', () => ({ isOn: true, isLocked: true, isKept: true, isOther }))
    document.body.innerHTML = '<div></div>'
    const root = createRoot(document.body.firstElementChild ?? document.body)
    onTestFinished(() => root.unmount())
    root.render(
      <I18nProvider locale="en">
        <LockScreen />
      </I18nProvider>,
    )
    await vi.waitFor(() => expect(document.body.textContent).toContain(messages.locking.screen.here), {
      timeout: 60_000,
    })
    expect(document.body.textContent?.includes(messages.locking.screen.isOther)).toBe(isOther)
  },
  120_000,
)

test('while all files are brought into their newer form it says how far that has come', async () => {
  const main = standInForMain()
  main.answer('lock.read', () => ({ isOn: true, isLocked: true, isKept: true, isOther: false }))
  // It takes as long as there are files.
  main.answer('lock.unlockHere', () => new Promise(() => undefined))
  document.body.innerHTML = '<div></div>'
  const root = createRoot(document.body.firstElementChild ?? document.body)
  onTestFinished(() => root.unmount())
  root.render(
    <I18nProvider locale="en">
      <LockScreen />
    </I18nProvider>,
  )
  const words = messages.locking
  const button = () =>
    [...document.querySelectorAll('button')].find(({ textContent }) => textContent === words.screen.here)
  await vi.waitFor(() => expect(button()).toBeDefined(), { timeout: 60_000 })
  main.tell('lockProgressed', { done: 3, total: 20 })
  const said = () => document.querySelector('form [role=status]')?.textContent
  expect(said()).toBe('')
  button()?.click()
  await vi.waitFor(() => expect(said()).toBe(words.working('3', '20')), { timeout: 60_000 })
}, 180_000)
