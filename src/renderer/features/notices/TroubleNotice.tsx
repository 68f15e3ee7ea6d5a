/** Why the journal can't be opened, and the ways out of it. */
import { useEffect, useState } from 'react'
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

/** Milliseconds; a little longer than main takes to judge a file that stays as it is. */
const triesEvery = 6_000

export function TroubleNotice({ trouble }: { readonly trouble: FailureCode }) {
  const [failure, setFailure] = useState<FailureCode | null>(null)
  const attempt = (work: () => Promise<unknown>) => () => {
    setFailure(null)
    work().catch((error: unknown) => setFailure(failureCodeOf(error)))
  }
  const isBeingWritten = trouble === 'being-written'
  useEffect(() => (isBeingWritten ? keepTrying() : undefined), [isBeingWritten])
  return (
    <Notice
      sentence={isBeingWritten ? words.beingWritten : words.sentence(messages.failures[trouble])}
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

/** The other program is done in a moment, and nobody says so. Returns what ends it. */
function keepTrying(): () => void {
  let isTrying = false
  const timer = setInterval(() => {
    if (isTrying) return
    isTrying = true
    reopenJournal()
      // The next one may be answered.
      .catch(() => undefined)
      .finally(() => {
        isTrying = false
      })
  }, triesEvery)
  return () => clearInterval(timer)
}

async function chooseFolder(): Promise<void> {
  const { how } = await request('journal.chooseFolder', undefined)
  if (how !== null) await reopenJournal()
}
