/** The way in by this computer's keychain, where it has a copy of the key. The passphrase can be typed meanwhile: the keychain may take its time. */
import { useEffect, useRef, useState } from 'react'
import { request } from '../../state/bridge'
import { useAttempt } from './useAttempt'

export function useUnlockHere(enter: () => Promise<void>) {
  const [{ isKept, isOther }, setFound] = useState({ isKept: false, isOther: false })
  const isShown = useRef(true)
  const { isBusy, failure, attempt } = useAttempt()

  /** One that did not fit was thrown away. */
  async function look(): Promise<void> {
    const found = await request('lock.read', undefined).catch(() => ({ isKept: false, isOther: false }))
    if (isShown.current) setFound(found)
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the screen is shown
  useEffect(() => {
    isShown.current = true
    void look()
    return () => {
      isShown.current = false
    }
  }, [])

  const unlock = () =>
    attempt(async () => {
      try {
        await request('lock.unlockHere', undefined)
      } finally {
        await look()
      }
      // The passphrase was sooner, and a person is writing by now.
      if (isShown.current) await enter()
    })

  return { isKept, isOther, isBusy, failure, unlock }
}
