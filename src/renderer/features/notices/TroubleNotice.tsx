/** Why the journal can't be opened, and the two ways out of it. */
import { useState } from 'react'
import type { FailureCode } from '#shared/domain/failure'
import { messages } from '#shared/messages/messages'
import type { Sheet } from '../../state/autosaveSheet'
import { useWatched } from '../../state/autosaveWatch'
import { failureCodeOf, request } from '../../state/bridge'
import { restart } from '../../state/journalStore'
import { showPage, useOpenPage } from '../../state/openPageStore'
import { Button } from '../../ui/Button'
import { Notice } from '../../ui/Notice'

const words = messages.finding.trouble

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
      <Button kind="quiet" onPress={attempt(chooseFolder)}>
        {words.chooseFolder}
      </Button>
      <Button onPress={attempt(reopen)}>{words.again}</Button>
    </Notice>
  )
}

async function chooseFolder(): Promise<void> {
  const { how } = await request('journal.chooseFolder', undefined)
  if (how !== null) await reopen()
}

async function reopen(): Promise<void> {
  const { page, trouble } = await restart()
  const open = useOpenPage.getState().page
  // A page that holds words stays; one that was only there to be written on gives way to today's of this journal.
  const isUntouched = open?.entry.revision === 0 && !useWatched.getState().sheets.some(holdsWords)
  if (trouble === null && isUntouched) showPage(page)
}

function holdsWords({ store }: Sheet): boolean {
  const { revision, status } = store.getState()
  return revision > 0 || status.kind !== 'new'
}
