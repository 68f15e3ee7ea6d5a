/** One found record, with the words marked in at most two places, and in how many they stand. */

import { isCaptureRow } from '#shared/domain/capture/captureRow'
import type { Day } from '#shared/domain/day'
import { isEntryRow } from '#shared/domain/entry/entryRow'
import type { RecordRow } from '#shared/domain/record'
import type { Hit } from '#shared/domain/search/search'
import type { Snippet } from '#shared/domain/search/snippet'
import { findTemplate } from '#shared/domain/template/builtIn/builtInTemplates'
import { dayInWords, numberInWords } from '#shared/messages/dates'
import { messages } from '#shared/messages/messages'
import { useJournal } from '../../state/journal/journalStore'
import styles from '../../ui/list/list.module.css'

export function HitCard({ hit }: { readonly hit: Hit }) {
  const today = useJournal((journal) => journal.today)
  const locale = useJournal((journal) => journal.locale)
  const [head, ...rest] = aboutHit(hit, today, locale)
  return (
    <div className={styles.card}>
      <div className={styles.line}>
        <p dir="auto" className={styles.name}>
          {head}
        </p>
        <span className={styles.about}>{placesInWords(hit, locale)}</span>
      </div>
      <p className={styles.about}>{rest.join(' · ')}</p>
      {hit.snippets.map((snippet) => (
        <SnippetLine key={`${snippet.section} ${snippet.field} ${snippet.range.start}`} snippet={snippet} />
      ))}
    </div>
  )
}

/** As a screen reader names it. */
export function hitInWords(hit: Hit, today: Day, locale: string): string {
  return [...aboutHit(hit, today, locale), placesInWords(hit, locale)].filter(Boolean).join(', ')
}

/** What it is called, then what is known about it. Without a title it is named by its day: its first words may be those of a snippet. */
function aboutHit({ row }: Hit, today: Day, locale: string): readonly string[] {
  const parts = [row.title.trim(), dayInWords(row.day, today, locale), kindInWords(row)]
  return parts.filter((part): part is string => part !== undefined && part !== '')
}

/** Only where there are more than are shown. */
function placesInWords({ count, snippets }: Hit, locale: string): string | null {
  return count > snippets.length ? messages.results.places(count, numberInWords(count, locale)) : null
}

function kindInWords(row: RecordRow): string | undefined {
  if (isCaptureRow(row)) return messages.capturing.kinds[row.captureKind]
  return isEntryRow(row) ? findTemplate(row.template)?.name : undefined
}

function SnippetLine({ snippet }: { readonly snippet: Snippet }) {
  return (
    <p dir="auto" className={styles.snippet}>
      {snippet.parts.map(({ text, marked }, at) => {
        const key = `${at} ${text}`
        return marked ? <mark key={key}>{text}</mark> : <span key={key}>{text}</span>
      })}
    </p>
  )
}
