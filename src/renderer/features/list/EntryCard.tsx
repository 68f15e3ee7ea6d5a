/** One entry in the list: its title or first words, its template, its practices and its star. */
import { Star } from 'lucide-react'
import type { EntryRow } from '#shared/domain/entry/entryRow'
import { findTemplate } from '#shared/domain/template/builtIn/builtInTemplates'
import { messages } from '#shared/messages/messages'
import { entryName } from '../../state/journal/entryName'
import { cx } from '../../ui/cx'
import styles from '../../ui/list/list.module.css'
import { PracticeMark } from '../../ui/PracticeMark'

export function EntryCard({ row }: { readonly row: EntryRow }) {
  return (
    <div className={styles.card}>
      <div className={styles.line}>
        <span dir="auto" className={cx(styles.name, row.title === '' && styles.untitled)}>
          {entryName(row)}
        </span>
        {row.starred && <Star className={styles.star} />}
      </div>
      <div className={styles.line}>
        <span className={styles.about}>{findTemplate(row.template)?.name}</span>
        <span className={styles.practices}>
          {row.practices.map((practice) => (
            <PracticeMark key={practice} practice={practice} iconOnly />
          ))}
        </span>
      </div>
    </div>
  )
}

/** As a screen reader names it. */
export function entryInWords(row: EntryRow): string {
  const template = findTemplate(row.template)?.name
  return [entryName(row), template, row.starred && messages.finding.starredOnly].filter(Boolean).join(', ')
}
