/** The lock that this computer knows is not there any more: the question whether it was taken away on purpose. Until it is answered the journal is read only. */
import { useState } from 'react'
import { messages } from '#shared/messages/messages'
import { request } from '../../state/bridge'
import { useWatched } from '../../state/draft/autosaveWatch'
import { lockFailure } from '../../state/journal/lockFailure'
import { reopenJournal } from '../../state/journal/reopenJournal'
import { showPanel } from '../../state/layout/layoutStore'
import { showToast } from '../../state/toastStore'
import { Button } from '../../ui/Button'
import { Notice } from '../../ui/Notice'

const words = messages.locking.gone

export function LockGoneNotice() {
  const [failure, setFailure] = useState<string>()
  const accept = () => {
    setFailure(undefined)
    acceptGone().catch((error: unknown) => setFailure(lockFailure(error)))
  }
  return (
    <Notice sentence={words.question} more={failure ?? words.explanation}>
      <Button onPress={() => showPanel('restore')}>{words.restore}</Button>
      <Button onPress={accept}>{words.onPurpose}</Button>
    </Notice>
  )
}

async function acceptGone(): Promise<void> {
  await request('lock.acceptGone', undefined)
  await reopenJournal()
  showToast(words.accepted)
  // What could not be saved until now can be.
  for (const { autosave } of useWatched.getState().entryDrafts) void autosave.flush()
}
