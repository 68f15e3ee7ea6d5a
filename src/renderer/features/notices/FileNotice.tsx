/** What was done about one file of the journal. */
import { X } from 'lucide-react'
import type { Notice as JournalNotice } from '#shared/contract/health'
import { messages } from '#shared/messages/messages'
import { dismissNotice } from '../../state/journal/journalStore'
import { showPanel } from '../../state/layout/layoutStore'
import { Button } from '../../ui/Button'
import { IconButton } from '../../ui/IconButton'
import { Notice } from '../../ui/Notice'

const words = messages.finding.notice

export type FileMatter = JournalNotice & {
  readonly kind: Exclude<JournalNotice['kind'], 'copy' | 'lock-gone' | 'former-lock' | 'old-form'>
}

export function FileNotice({ notice }: { readonly notice: FileMatter }) {
  return (
    <Notice sentence={words[notice.kind](notice.file)} more={notice.restored ? words.restored : undefined}>
      <Button kind="quiet" onPress={() => showPanel('health')}>
        {messages.health.open}
      </Button>
      <IconButton label={words.dismiss} onPress={() => dismissNotice(notice)}>
        <X />
      </IconButton>
    </Notice>
  )
}
