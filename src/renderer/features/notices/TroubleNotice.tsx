/** Why the journal can't be opened, and the ways out of it. */
import { useState } from 'react'
import type { FailureCode } from '#shared/domain/failure'
import { messages } from '#shared/messages/messages'
import { failureCodeOf, request } from '../../state/bridge'
import { reopenJournal } from '../../state/journal/reopenJournal'
import { showPanel } from '../../state/layout/layoutStore'
import { Button } from '../../ui/Button'
import { Notice } from '../../ui/Notice'

const words = messages.finding.trouble

/** A backup leads out of these: the journal, or all that opens it, is gone. */
const restorable: ReadonlySet<FailureCode> = new Set(['folder-missing', 'key-damaged', 'key-missing'])

export function TroubleNotice({ trouble }: { readonly trouble: FailureCode }) {
  const [failure, setFailure] = useState<FailureCode | null>(null)
  const attempt = (work: () => Promise<unknown>) => () => {
    setFailure(null)
    work().catch((error: unknown) => setFailure(failureCodeOf(error)))
  }
  return (
    <Notice
      sentence={words.sentence(messages.failures[trouble])}
      more={failure === null ? words.explanation : messages.failed(messages.failures[failure])}
    >
      {restorable.has(trouble) && (
        <Button kind="quiet" onPress={() => showPanel('restore')}>
          {messages.restoring.fromTrouble}
        </Button>
      )}
      <Button kind="quiet" onPress={attempt(chooseFolder)}>
        {words.chooseFolder}
      </Button>
      <Button onPress={attempt(reopenJournal)}>{words.again}</Button>
    </Notice>
  )
}

async function chooseFolder(): Promise<void> {
  const { how } = await request('journal.chooseFolder', undefined)
  if (how !== null) await reopenJournal()
}
