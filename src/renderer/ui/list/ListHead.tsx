/** The quiet line above the list: how many there are, a way back from the filters, and what can be done with all of them. */
import type { ReactNode } from 'react'
import { messages } from '#shared/messages/messages'
import { clearFilter, isFiltering, useRail } from '../../state/layout/railStore'
import { Button } from '../Button'
import styles from './list.module.css'

export interface ListHeadProps {
  /** Announced when it changes; null while there is nothing to count. */
  readonly count: string | null
  readonly tools?: ReactNode
}

export function ListHead({ count, tools }: ListHeadProps) {
  const filtered = useRail(({ filter }) => isFiltering(filter))
  const work = useRail((rail) => rail.work)
  return (
    <div className={styles.head}>
      <span role="status" className={styles.count}>
        {work ?? count}
      </span>
      {filtered && (
        <Button kind="quiet" className={styles.clear} onPress={clearFilter}>
          {messages.finding.clearFilters}
        </Button>
      )}
      {tools}
    </div>
  )
}
