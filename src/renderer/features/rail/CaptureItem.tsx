/** A capture in the list: its kind and how it begins. */
import { GridListItem } from 'react-aria-components'
import { captureKindOf } from '#shared/domain/captureSearch'
import type { EntryRow } from '#shared/domain/entryRow'
import { messages } from '#shared/messages/messages'
import { ListRow } from './ListRow'
import styles from './list.module.css'

export function CaptureItem({ row }: { readonly row: EntryRow }) {
  const kind = messages.capturing.kinds[captureKindOf(row) ?? 'note']
  return (
    <GridListItem
      id={row.id}
      textValue={row.firstWords}
      className={styles.row ?? ''}
      render={(props) => <ListRow {...props} entry={row.id} label={`${row.firstWords}, ${kind}`} />}
    >
      <p className={styles.capture}>
        <span className={styles.about}>{kind}</span>
        <span className={styles.caught}>{row.firstWords}</span>
      </p>
    </GridListItem>
  )
}
