/** The day in words, what kind of page it is, how its words are kept, and what can be done with it. */
import { useStore } from 'zustand'
import type { OpenPage } from '#shared/contract/entries'
import { findTemplate } from '#shared/domain/template/builtIn/builtInTemplates'
import { dayInWords, timeInWords } from '#shared/messages/dates'
import type { EntryDraft } from '../../state/draft/entryDraft'
import { useJournal } from '../../state/journal/journalStore'
import { later } from '../../ui/later'
import styles from './PageHead.module.css'
import { SaveState } from './SaveState'
import { TitleField } from './TitleField'

const PageTools = later(async () => (await import('./PageTools')).PageTools)

export function PageHead({ page, entryDraft }: { readonly page: OpenPage; readonly entryDraft: EntryDraft }) {
  const today = useJournal((journal) => journal.today)
  const locale = useJournal((journal) => journal.locale)
  const day = useStore(entryDraft.store, (state) => state.day)
  const { template, created } = page.entry
  return (
    <header className={styles.head}>
      <h1 className={styles.day}>{dayInWords(day, today, locale)}</h1>
      <div className={styles.line}>
        <p className={styles.words}>
          <span>{findTemplate(template)?.name ?? template}</span>
          <time dateTime={created.at}>{timeInWords(created.at, created.zone, locale)}</time>
          <SaveState entryDraft={entryDraft} />
        </p>
        <div className={styles.tools}>
          <PageTools entryDraft={entryDraft} />
        </div>
      </div>
      <TitleField entryDraft={entryDraft} />
    </header>
  )
}
