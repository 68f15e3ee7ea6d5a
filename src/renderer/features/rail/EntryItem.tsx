/** One entry in the list: its title or first words, its template, its practices and its star. */
import { Star } from 'lucide-react'
import { GridListItem } from 'react-aria-components'
import { findTemplate } from '#shared/domain/builtInTemplates'
import type { EntryRow } from '#shared/domain/entryRow'
import { messages } from '#shared/messages/messages'
import { entryName } from '../../state/entryName'
import { cx } from '../../ui/cx'
import { PracticeMark } from '../../ui/PracticeMark'
import { ListRow } from './ListRow'
import styles from './list.module.css'

export function EntryItem({ row }: { readonly row: EntryRow }) {
  const name = entryName(row)
  const template = findTemplate(row.template)?.name
  const label = [name, template, row.starred && messages.finding.starredOnly].filter(Boolean).join(', ')
  return (
    <GridListItem
      id={row.id}
      textValue={name}
      className={styles.row ?? ''}
      render={(props) => <ListRow {...props} entry={row.id} label={label} />}
    >
      <div className={styles.card}>
        <div className={styles.line}>
          <span className={cx(styles.name, row.title === '' && styles.untitled)}>{name}</span>
          {row.starred && <Star className={styles.star} />}
        </div>
        <div className={styles.line}>
          <span className={styles.about}>{template}</span>
          <span className={styles.practices}>
            {row.practices.map((practice) => (
              <PracticeMark key={practice} practice={practice} iconOnly />
            ))}
          </span>
        </div>
      </div>
    </GridListItem>
  )
}
