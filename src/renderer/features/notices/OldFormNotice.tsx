/** Encrypted files that an earlier version of the app wrote could not be brought into their newer form: why, and the way to try it again. */
import { useState } from 'react'
import type { FailureCode } from '#shared/domain/failure'
import { messages } from '#shared/messages/messages'
import { request } from '../../state/bridge'
import { useLockProgress } from '../../state/journal/lockProgress'
import { showToast } from '../../state/toastStore'
import { Button } from '../../ui/Button'
import { Notice } from '../../ui/Notice'

const words = messages.locking.oldForm

export function OldFormNotice({ reason }: { readonly reason: FailureCode }) {
  const [isBusy, setBusy] = useState(false)
  const progress = useLockProgress()
  const again = () => {
    if (isBusy) return
    setBusy(true)
    request('lock.migrate', undefined)
      .then(() => showToast(words.done))
      // The notice says why.
      .catch(() => undefined)
      .finally(() => setBusy(false))
  }
  return (
    <Notice
      sentence={words.refused(inWords(reason))}
      more={isBusy ? (progress ?? messages.locking.preparing) : words.explanation}
    >
      <Button onPress={again}>{words.again}</Button>
    </Notice>
  )
}

function inWords(reason: FailureCode): string {
  if (reason === 'conflict') return words.keepComing
  return reason === 'no-room' ? words.noBackup : messages.failures[reason]
}
