/** What was done about one file of the journal. */
import { X } from 'lucide-react'
import type { Notice as JournalNotice } from '#shared/contract/responses'
import { messages } from '#shared/messages/messages'
import { request } from '../../state/bridge'
import { dismissNotice } from '../../state/journalStore'
import { sayFailure } from '../../state/sayFailure'
import { Button } from '../../ui/Button'
import { IconButton } from '../../ui/IconButton'
import { Notice } from '../../ui/Notice'

const words = messages.finding.notice

export type FileMatter = JournalNotice & { readonly kind: Exclude<JournalNotice['kind'], 'copy'> }

export function FileNotice({ notice }: { readonly notice: FileMatter }) {
  return (
    <Notice sentence={words[notice.kind](notice.file)} more={notice.restored ? words.restored : undefined}>
      <Button kind="quiet" onPress={showFolder}>
        {words.more}
      </Button>
      <IconButton label={words.dismiss} onPress={() => dismissNotice(notice)}>
        <X />
      </IconButton>
    </Notice>
  )
}

export function showFolder(): void {
  request('journal.showFolder', undefined).catch(sayFailure)
}
