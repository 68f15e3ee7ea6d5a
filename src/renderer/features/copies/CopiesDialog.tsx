/** A page and the second version that another program left of it, side by side, and the person's choice. */

import { dayOf } from '#shared/domain/day'
import type { CopyChoice } from '#shared/domain/entry/copy'
import type { Entry } from '#shared/domain/entry/entry'
import { dayInWords, numberInWords, timeInWords } from '#shared/messages/dates'
import { messages } from '#shared/messages/messages'
import { entryText } from '../../state/draft/pageText'
import { type JournalState, useJournal } from '../../state/journal/journalStore'
import { showPanel } from '../../state/layout/layoutStore'
import { showToast } from '../../state/toastStore'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { type Side, SideBySide } from '../../ui/SideBySide'
import { useFocusOnPage } from '../../ui/useFocusOnPage'
import styles from './CopiesDialog.module.css'
import { useCopies } from './useCopies'

const words = messages.copying

const done: Record<CopyChoice, string> = { keep: words.kept, take: words.taken, both: words.keptBoth }

export function CopiesDialog() {
  const journal = useJournal()
  useFocusOnPage()
  const { shown, further, busy, failed, resolve } = useCopies(close)
  const choose = async (choice: CopyChoice) => {
    if (await resolve(choice)) showToast(done[choice])
  }
  const [first] = shown?.copies ?? []
  const left = shown && sideOf(words.ours, shown.entry, journal)
  const right = first && sideOf(words.theirs, first.entry, journal)
  return (
    <Dialog
      title={words.title}
      isOpen
      onClose={close}
      size="large"
      footer={
        <>
          <Button isDisabled={!first} isPending={busy === 'keep'} onPress={() => void choose('keep')}>
            {words.keep}
          </Button>
          <Button isDisabled={!first} isPending={busy === 'take'} onPress={() => void choose('take')}>
            {words.take}
          </Button>
          <Button kind="primary" isDisabled={!first} isPending={busy === 'both'} onPress={() => void choose('both')}>
            {words.both}
          </Button>
        </>
      }
    >
      <p className={styles.explanation}>{words.explanation}</p>
      {left && right && left.text === right.text && <p className={styles.explanation}>{words.sameWords}</p>}
      <p role="status" className={styles.failed}>
        {failed}
      </p>
      {left && right && <SideBySide left={left} right={right} />}
      {further > 0 && (
        <p className={styles.further}>
          {words.remaining(messages.counted.pages(further, numberInWords(further, journal.locale)))}
        </p>
      )}
    </Dialog>
  )
}

function close(): void {
  showPanel(null)
}

type Here = Pick<JournalState, 'today' | 'locale'>

function sideOf(title: string, entry: Entry, { today, locale }: Here): Side {
  const { updated, day, starred } = entry
  const on = dayInWords(dayOf(updated), today, locale)
  const about = [
    words.about(dayInWords(day, today, locale)),
    words.written(on, timeInWords(updated.at, updated.zone, locale)),
  ]
  return { title, about: starred ? [...about, words.starred] : about, text: entryText(entry) }
}
