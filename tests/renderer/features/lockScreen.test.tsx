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
