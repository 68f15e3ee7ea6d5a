/** Many files have something to be said about: the rest of them in one line. */
import { X } from 'lucide-react'
import { numberInWords } from '#shared/messages/dates'
import { messages } from '#shared/messages/messages'
import { dismissNotice, useJournal } from '../../state/journal/journalStore'
import { showPanel } from '../../state/layout/layoutStore'
import { Button } from '../../ui/Button'
import { IconButton } from '../../ui/IconButton'
import { Notice } from '../../ui/Notice'
import type { FileMatter } from './FileNotice'

const words = messages.finding.notice

export function MoreFilesNotice({ notices }: { readonly notices: readonly FileMatter[] }) {
  const locale = useJournal((journal) => journal.locale)
  const { length } = notices
  if (length === 0) return null
  return (
    <Notice sentence={words.moreFiles(length, numberInWords(length, locale))}>
      <Button kind="quiet" onPress={() => showPanel('health')}>
        {messages.health.open}
      </Button>
      <IconButton label={words.dismissRest} onPress={() => notices.forEach(dismissNotice)}>
        <X />
      </IconButton>
    </Notice>
  )
}
