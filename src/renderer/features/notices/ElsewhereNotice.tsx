/** Another computer has the journal open too: a quiet line, gone when it ends there, or when the person has seen it. */
import { X } from 'lucide-react'
import { useState } from 'react'
import { listInWords } from '#shared/messages/dates'
import { messages } from '#shared/messages/messages'
import { useJournal } from '../../state/journal/journalStore'
import { IconButton } from '../../ui/IconButton'
import { Notice } from '../../ui/Notice'

const words = messages.copying

export function ElsewhereNotice() {
  const devices = useJournal((journal) => journal.openElsewhere)
  const locale = useJournal((journal) => journal.locale)
  const [dismissed, setDismissed] = useState('')
  const names = devices.map((device) => (device === '' ? words.anotherComputer : device))
  const named = listInWords(names, locale)
  if (names.length === 0 || dismissed === named) return null
  return (
    <Notice sentence={`${words.openElsewhere(named)} ${words.openElsewhereMore}`}>
      <IconButton label={messages.finding.notice.dismiss} onPress={() => setDismissed(named)}>
        <X />
      </IconButton>
    </Notice>
  )
}
