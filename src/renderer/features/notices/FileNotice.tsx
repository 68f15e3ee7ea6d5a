/** What was done about one file of the journal. */
import { X } from 'lucide-react'
import type { Notice as JournalNotice } from '#shared/contract/health'
import { dayInWords } from '#shared/messages/dates'
import { messages } from '#shared/messages/messages'
import { dismissNotice, useJournal } from '../../state/journal/journalStore'
import { showPanel } from '../../state/layout/layoutStore'
import { Button } from '../../ui/Button'
import { IconButton } from '../../ui/IconButton'
import { Notice } from '../../ui/Notice'

const words = messages.finding.notice

export type FileMatter = JournalNotice & {
  readonly kind: Exclude<JournalNotice['kind'], 'copy' | 'lock-gone' | 'former-lock' | 'old-form'>
}

/** These name the page by its day, as the person knows it; the health has the file. */
const ofPages: ReadonlySet<FileMatter['kind']> = new Set(['rolled-back', 'gone'])

export function FileNotice({ notice }: { readonly notice: FileMatter }) {
  const today = useJournal((journal) => journal.today)
  const locale = useJournal((journal) => journal.locale)
  const { kind, file, day, recordKind } = notice
  const isPage = ofPages.has(kind) && recordKind === 'entry' && day !== null
  return (
    <Notice
      sentence={words[kind](isPage ? words.pageOf(dayInWords(day, today, locale)) : file)}
      more={notice.restored ? words.restored : undefined}
    >
      <Button kind="quiet" onPress={() => showPanel('health')}>
        {messages.health.open}
      </Button>
      <IconButton label={words.dismiss} onPress={() => dismissNotice(notice)}>
        <X />
      </IconButton>
    </Notice>
  )
}
