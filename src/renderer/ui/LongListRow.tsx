/** One item of a long list, where it stands. Drawn again only when something of it changes, not when the list scrolls. */
// biome-ignore-all lint/a11y/useSemanticElements: the parts of a table don't stand where they are told to
// biome-ignore-all lint/a11y/useFocusableInteractive: rows have the focus; headings are read and passed over

import { memo, type ReactNode } from 'react'
import { cx } from './cx'
import styles from './LongList.module.css'
import type { LongListItem } from './longListItem'

export interface LongListRowProps<Item extends LongListItem> {
  readonly item: Item
  readonly index: number
  /** From the list's upper edge, in pixels. */
  readonly start: number
  readonly isTabStop: boolean
  readonly isCurrent: boolean
  readonly nameOf: (item: Item) => string
  readonly render: (item: Item) => ReactNode
  readonly measure: (element: HTMLElement | null) => void
  readonly className: string | undefined
}

function Row<Item extends LongListItem>(props: LongListRowProps<Item>) {
  const { item, index, start, isTabStop, isCurrent, nameOf, render, measure, className } = props
  const place = {
    ref: measure,
    'data-index': index,
    'data-kind': item.kind,
    'aria-rowindex': index + 1,
    style: { transform: `translateY(${start}px)` },
  }
  if (item.isHeading)
    return (
      <div role="row" className={styles.row} {...place}>
        <div role="rowheader">{render(item)}</div>
      </div>
    )
  return (
    <div
      role="row"
      className={cx(styles.row, className)}
      tabIndex={isTabStop ? 0 : -1}
      aria-label={nameOf(item)}
      aria-current={isCurrent ? 'page' : undefined}
      {...place}
    >
      <div role="gridcell">{render(item)}</div>
    </div>
  )
}

/** The cast: `memo` forgets that the component is generic. */
export const LongListRow = memo(Row) as typeof Row
