/** What was done about one file of the journal. */
import { X } from 'lucide-react'
import type { Notice } from '#shared/contract/responses'
import { messages } from '#shared/messages/messages'
import { request } from '../../state/bridge'
import { dismissNotice } from '../../state/journalStore'
import { sayFailure } from '../../state/sayFailure'
import { Button } from '../../ui/Button'
import { IconButton } from '../../ui/IconButton'
import styles from './Notices.module.css'

const words = messages.finding.notice

export function FileNotice({ notice }: { readonly notice: Notice }) {
  return (
    <div className={styles.notice}>
      <div className={styles.words}>
        <p className={styles.sentence}>{words[notice.kind](notice.file)}</p>
        {notice.restored && <p className={styles.more}>{words.restored}</p>}
      </div>
      <div className={styles.actions}>
        <Button kind="quiet" onPress={showFolder}>
          {words.more}
        </Button>
        <IconButton label={words.dismiss} onPress={() => dismissNotice(notice)}>
          <X />
        </IconButton>
      </div>
    </div>
  )
}

function showFolder(): void {
  request('journal.showFolder', undefined).catch(sayFailure)
}
