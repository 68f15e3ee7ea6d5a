/** The quiet line above the list: how many there are, and a way back from the filters. Announced when it changes. */
import { messages } from '#shared/messages/messages'
import { Button } from '../../ui/Button'
import styles from './list.module.css'
import { clearFilter, isFiltering, useRail } from './railStore'

/** `count` is null while there is nothing to count. */
export function ListHead({ count }: { readonly count: string | null }) {
  const filtered = useRail(({ filter }) => isFiltering(filter))
  return (
    <div className={styles.head}>
      <span role="status">{count}</span>
      {filtered && (
        <Button kind="quiet" className={styles.clear} onPress={clearFilter}>
          {messages.finding.clearFilters}
        </Button>
      )}
    </div>
  )
}
