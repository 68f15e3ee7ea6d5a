/** One field, and below it what it finds: the arrows choose, Enter runs, Escape goes back to where the caret was. */
import { Search } from 'lucide-react'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { Dialog, Modal, ModalOverlay } from 'react-aria-components'
import { flushSync } from 'react-dom'
import { numberInWords } from '#shared/messages/dates'
import { messages } from '#shared/messages/messages'
import { useJournal } from '../../state/journal/journalStore'
import { showPanel } from '../../state/layout/layoutStore'
import { sayFailure } from '../../state/sayFailure'
import { type CommandSourceNeeds, commandSource } from './commandSource'
import { daySource } from './daySource'
import { nameSource } from './nameSource'
import styles from './PaletteDialog.module.css'
import { pageSource } from './pageSource'
import { ResultRow } from './ResultRow'
import { readTyped } from './readTyped'
import { rememberChoice } from './recent'
import { savedSearchSource } from './savedSearchSource'
import type { PaletteItem } from './source'
import { templateSource } from './templateSource'
import { useFocusReturn } from './useFocusReturn'
import { usePalette } from './usePalette'

const words = messages.palette

export interface PaletteNeeds extends CommandSourceNeeds {
  searchFor(query: string): void
}

/** In the order in which those come that match equally well. */
function sourcesFor(needs: PaletteNeeds) {
  const { searchFor } = needs
  return [
    daySource(searchFor),
    commandSource(needs),
    templateSource,
    savedSearchSource(searchFor),
    nameSource('person', searchFor),
    nameSource('tag', searchFor),
    nameSource('project', searchFor),
    pageSource,
  ]
}

export function PaletteDialog(needs: PaletteNeeds) {
  const [typed, setTyped] = useState('')
  const [sources] = useState(() => sourcesFor(needs))
  const { items, total, isReady } = usePalette(sources, typed)
  const [at, setAt] = useState(0)
  const active = Math.min(at, items.length - 1)
  const list = useRef<HTMLDivElement>(null)
  const id = useId()
  const giveBack = useFocusReturn()

  const close = () => {
    flushSync(() => showPanel(null))
    giveBack()
  }
  const choose = (item: PaletteItem | undefined) => {
    if (item === undefined) return
    close()
    rememberChoice(item.id)
    void Promise.resolve(item.run()).catch(sayFailure)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const next = nextPlace(event.key, active, items.length)
    if (next !== null) setAt(next)
    else if (event.key === 'Enter') choose(items[active])
    else return
    event.preventDefault()
  }
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' })
  }, [active])

  return (
    <ModalOverlay className={styles.veil ?? ''} isOpen onOpenChange={close} isDismissable>
      <Modal className={styles.modal ?? ''}>
        <Dialog aria-label={words.title} className={styles.dialog ?? ''}>
          <div className={styles.asked}>
            <Search />
            <input
              // A dialog that was asked for by a key takes the next one.
              autoFocus
              type="text"
              role="combobox"
              aria-label={words.field}
              aria-expanded={items.length > 0}
              aria-controls={`${id}-list`}
              aria-autocomplete="list"
              aria-activedescendant={items.length > 0 ? `${id}-${active}` : undefined}
              placeholder={words.field}
              className={styles.field}
              dir="auto"
              maxLength={200}
              autoComplete="off"
              spellCheck={false}
              value={typed}
              onChange={(event) => {
                setTyped(event.target.value)
                setAt(0)
              }}
              onKeyDown={onKeyDown}
            />
          </div>
          <div ref={list} id={`${id}-list`} role="listbox" aria-label={words.results} className={styles.list}>
            {items.map((item, place) => (
              <ResultRow
                key={item.id}
                id={`${id}-${place}`}
                item={item}
                isActive={place === active}
                onPoint={() => setAt(place)}
                onChoose={() => choose(item)}
              />
            ))}
          </div>
          <div className={styles.foot}>
            <Said typed={typed} shown={items.length} total={total} isReady={isReady} />
            <p className={styles.signs}>
              {words.signs.map(([sign, what]) => (
                <span key={sign}>
                  <kbd>{sign}</kbd> {what}
                </span>
              ))}
            </p>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

const page = 8

/** Where a key leads in the list; null for one that leads nowhere. */
function nextPlace(key: string, active: number, count: number): number | null {
  if (count === 0) return null
  if (key === 'ArrowDown') return (active + 1) % count
  if (key === 'ArrowUp') return (active - 1 + count) % count
  if (key === 'PageDown') return Math.min(active + page, count - 1)
  if (key === 'PageUp') return Math.max(active - page, 0)
  return null
}

interface SaidProps {
  readonly typed: string
  readonly shown: number
  readonly total: number
  readonly isReady: boolean
}

/** How much was found, or that nothing was. */
function Said(props: SaidProps) {
  const locale = useJournal((journal) => journal.locale)
  return (
    <p role="status" className={styles.said}>
      {saidOf(props, locale)}
    </p>
  )
}

function saidOf({ typed, shown, total, isReady }: SaidProps, locale: string): string {
  const count = messages.counted.results(total, numberInWords(total, locale))
  if (total > shown) return words.firstOf(numberInWords(shown, locale), count)
  if (total > 0) return count
  if (!isReady) return ''
  const { sign, text } = readTyped(typed)
  return sign !== null && text === '' ? words.noneOf[sign] : words.none
}
