/** One capture: its kind and time, its words, where they went, and what can be done with it. */
import { CalendarDays, Ellipsis, GripVertical, Pencil, TextCursorInput, Trash2, Undo2 } from 'lucide-react'
import { type DragEvent, useRef } from 'react'
import { MenuTrigger } from 'react-aria-components'
import type { Capture } from '#shared/domain/capture/capture'
import { timeInWords } from '#shared/messages/dates'
import { messages } from '#shared/messages/messages'
import { failureCodeOf } from '../../state/bridge'
import { entryName } from '../../state/journal/entryName'
import { useJournal } from '../../state/journal/journalStore'
import { openEntry, useOpenPage } from '../../state/layout/openPageStore'
import { sayFailure } from '../../state/sayFailure'
import { showToast } from '../../state/toastStore'
import { Button } from '../../ui/Button'
import { cx } from '../../ui/cx'
import { IconButton } from '../../ui/IconButton'
import { Menu } from '../../ui/Menu'
import styles from './Captures.module.css'
import { discard, markUnused } from './captureActions'
import { setDragData } from './dragData'

const words = messages.capturing

export interface CapturedThoughtProps {
  readonly capture: Capture
  readonly onAsk: (what: 'insert' | 'edit' | 'move') => void
}

export function CapturedThought({ capture, onAsk }: CapturedThoughtProps) {
  const { kind, text, created, usedIn } = capture
  const locale = useJournal((journal) => journal.locale)
  const item = useRef<HTMLLIElement>(null)
  const drag = (event: DragEvent) => {
    setDragData(event.dataTransfer, capture)
    if (item.current) event.dataTransfer.setDragImage(item.current, 0, 0)
  }
  const unused = {
    id: 'unused',
    label: words.markUnused,
    icon: Undo2,
    run: () => void markUnused(capture).catch(sayFailure),
  }
  return (
    <li ref={item} className={cx(styles.capture, usedIn && styles.used)}>
      <div className={styles.head}>
        <p className={styles.about}>
          <span className={styles.kind}>{words.kinds[kind]}</span>
          <time dateTime={created.at}>{timeInWords(created.at, created.zone, locale)}</time>
        </p>
        <div className={styles.tools}>
          {/* For the mouse alone; the menu does the same by keyboard. */}
          <span draggable onDragStart={drag} aria-hidden className={styles.grip}>
            <GripVertical />
          </span>
          <MenuTrigger>
            <IconButton label={words.more(text)}>
              <Ellipsis />
            </IconButton>
            <Menu
              label={words.more(text)}
              placement="bottom end"
              sections={[
                {
                  actions: [
                    { id: 'insert', label: words.insert, icon: TextCursorInput, run: () => onAsk('insert') },
                    ...(usedIn ? [unused] : []),
                    { id: 'edit', label: words.edit, icon: Pencil, run: () => onAsk('edit') },
                    { id: 'move', label: messages.writing.moveTo, icon: CalendarDays, run: () => onAsk('move') },
                  ],
                },
                {
                  actions: [
                    {
                      id: 'discard',
                      label: messages.writing.moveToTrash,
                      icon: Trash2,
                      alert: true,
                      run: () => void discard(capture).catch(sayFailure),
                    },
                  ],
                },
              ]}
            />
          </MenuTrigger>
        </div>
      </div>
      <p dir="auto" className={styles.text}>
        {text}
      </p>
      {usedIn && <UsedIn entry={usedIn} />}
    </li>
  )
}

function UsedIn({ entry }: { readonly entry: string }) {
  const isHere = useOpenPage(({ page }) => page?.entry.id === entry)
  const row = useJournal(({ rows }) => rows.find(({ id }) => id === entry))
  const isGone = useJournal(({ complete }) => complete && row === undefined)
  if (isHere) return <p className={styles.usedIn}>{words.usedHere}</p>
  if (isGone) return <p className={styles.usedIn}>{words.usedInGone}</p>
  return (
    <Button kind="quiet" className={styles.usedIn} onPress={() => void openEntry(entry).catch(sayWhyNot)}>
      <span dir="auto">{words.usedIn(row === undefined ? words.anEntry : entryName(row))}</span>
    </Button>
  )
}

/** It may have gone to the trash before the list was complete, or elsewhere. */
function sayWhyNot(error: unknown): void {
  if (failureCodeOf(error) === 'not-found') showToast(words.usedInGone)
  else sayFailure(error)
}
