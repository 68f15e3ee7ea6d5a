/** One found entry or capture, with the words marked in at most two places. */
import { GridListItem } from 'react-aria-components'
import { findTemplate } from '#shared/domain/builtInTemplates'
import { captureKindOf } from '#shared/domain/captureSearch'
import type { EntryRow } from '#shared/domain/entryRow'
import type { EntryHit } from '#shared/domain/search'
import type { Snippet } from '#shared/domain/snippet'
import { dayInWords } from '#shared/messages/dates'
import { messages } from '#shared/messages/messages'
import { entryName } from '../../state/entryName'
import { useJournal } from '../../state/journalStore'
import { ListRow } from './ListRow'
import styles from './list.module.css'

export function HitItem({ hit: { row, snippets } }: { readonly hit: EntryHit }) {
  const today = useJournal((journal) => journal.today)
  const locale = useJournal((journal) => journal.locale)
  const name = entryName(row)
  const about = [dayInWords(row.day, today, locale), kindInWords(row)].filter(Boolean)
  // An entry without a title is named by its place in time: its first words may be those of a snippet.
  const [head, ...rest] = row.title.trim() === '' ? about : [row.title, ...about]
  return (
    <GridListItem
      id={row.id}
      textValue={name}
      className={styles.row ?? ''}
      render={(props) => <ListRow {...props} entry={row.id} label={[head, ...rest].join(', ')} />}
    >
      <div className={styles.card}>
        <p className={styles.name}>{head}</p>
        <p className={styles.about}>{rest.join(' · ')}</p>
        {snippets.map((snippet) => (
          <SnippetLine key={`${snippet.section} ${snippet.field} ${snippet.range.start}`} snippet={snippet} />
        ))}
      </div>
    </GridListItem>
  )
}

function kindInWords(row: EntryRow): string | undefined {
  const kind = captureKindOf(row)
  return kind === null ? findTemplate(row.template)?.name : messages.capturing.kinds[kind]
}

function SnippetLine({ snippet }: { readonly snippet: Snippet }) {
  return (
    <p className={styles.snippet}>
      {snippet.parts.map(({ text, marked }, at) => {
        const key = `${at} ${text}`
        return marked ? <mark key={key}>{text}</mark> : <span key={key}>{text}</span>
      })}
    </p>
  )
}
