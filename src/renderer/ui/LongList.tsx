/**
 * A list of any length, as a grid with one tab stop: arrows, Home, End, Page Up and Down and first letters walk through it, Enter
 * and Space open. Only the rows in view are in the page, and the one that the keys are on.
 */
import { type KeyboardEvent, type ReactNode, type Ref, useEffect, useImperativeHandle, useRef } from 'react'
import { cx } from './cx'
import styles from './LongList.module.css'
import { LongListRow } from './LongListRow'
import type { ListPlace } from './listPlace'
import { rowBeginning, walk } from './listWalk'
import type { LongListItem } from './longListItem'
import { indexOf, useLongList } from './useLongList'

export interface LongListHandle {
  /** To the row that had the focus last, else the open one, else the first. */
  focus(): void
}

export interface LongListProps<Item extends LongListItem> {
  readonly label: string
  readonly items: readonly Item[]
  /** These four keep their identity while nothing of them changes: they are called for the rows in view. */
  readonly render: (item: Item) => ReactNode
  readonly nameOf: (item: Item) => string
  /** With which typing finds it. */
  readonly textOf: (item: Item) => string
  /** A height in pixels to begin with; rows are measured when they come into view. */
  readonly heightOf: (item: Item) => number
  /** The key of the open row. */
  readonly current: string | null
  readonly place: ListPlace
  readonly onOpen: (item: Item) => void
  /** The last rows came into view. */
  readonly onEnd?: () => void
  /** All rows that there are, where not all of them are given. */
  readonly rowCount?: number
  readonly className?: string | undefined
  readonly rowClassName?: string | undefined
  readonly ref?: Ref<LongListHandle>
}

/** After this time without a letter another word begins; in milliseconds. */
const pause = 1000

export function LongList<Item extends LongListItem>(props: LongListProps<Item>) {
  const { label, items, render, nameOf, textOf, current, onOpen, onEnd, rowCount, rowClassName, ref } = props
  const list = useLongList(props)
  const { virtualizer, stop } = list
  const typed = useRef({ text: '', at: 0 })
  useImperativeHandle(ref, () => ({ focus: () => list.focusRow(stop) }))

  const rows = virtualizer.getVirtualItems()
  const end = virtualizer.range?.endIndex ?? -1
  useEffect(() => {
    if (end >= items.length - 3) onEnd?.()
  }, [end, items.length, onEnd])

  const openRow = (index: number) => {
    const item = items[index]
    if (!item || item.isHeading) return
    list.openedHere(item.key)
    onOpen(item)
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.altKey || event.metaKey || event.ctrlKey) return
    const isTyping = typed.current.text !== '' && event.timeStamp - typed.current.at < pause
    const to = walk(event.key, items, stop, list.pageFrom)
    if (to !== null) list.focusRow(to)
    else if (event.key === 'Enter' || (event.key === ' ' && !isTyping)) openRow(stop)
    else if (event.key.length === 1) {
      const text = (isTyping ? typed.current.text : '') + event.key
      typed.current = { text, at: event.timeStamp }
      // One letter goes on to the next row; more letters may still fit the same.
      const found = rowBeginning(items, text, text.length === 1 ? stop + 1 : stop, textOf)
      if (found !== -1) list.focusRow(found)
    } else return
    event.preventDefault()
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: the parts of a table don't stand where they are told to
    <div
      ref={list.scroller}
      role="grid"
      aria-label={label}
      aria-rowcount={rowCount ?? items.length}
      tabIndex={-1}
      className={cx(styles.list, props.className)}
      onScroll={({ currentTarget }) => list.remember(currentTarget.scrollTop)}
      onFocus={list.focusCame}
      onBlur={list.focusWent}
      onKeyDown={onKeyDown}
      onClick={({ target }) => openRow(indexOf(target))}
    >
      <div role="presentation" className={styles.length} style={{ height: virtualizer.getTotalSize() }}>
        {rows.map(({ key, index, start }) => {
          const item = items[index]
          return (
            item && (
              <LongListRow
                key={String(key)}
                item={item}
                index={index}
                start={start}
                isTabStop={index === stop}
                isCurrent={item.key === current}
                nameOf={nameOf}
                render={render}
                measure={virtualizer.measureElement}
                className={rowClassName}
              />
            )
          )
        })}
      </div>
    </div>
  )
}
