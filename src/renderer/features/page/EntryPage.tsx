/** One entry as a page: its head, what stands above the questions, and the questions with their answers. */
import { lazy, Suspense, useLayoutEffect, useRef, useState } from 'react'
import type { OpenPage } from '#shared/contract/entries'
import { numberInWords } from '#shared/messages/dates'
import { messages } from '#shared/messages/messages'
import { useJournal } from '../../state/journal/journalStore'
import { useLayout } from '../../state/layout/layoutStore'
import { useOpenPage } from '../../state/layout/openPageStore'
import { Button } from '../../ui/Button'
import { later } from '../../ui/later'
import { collapsedSections } from './collapsedSections'
import styles from './EntryPage.module.css'
import { FromBefore } from './FromBefore'
import { ManagerLine } from './ManagerLine'
import { NewDayLine } from './NewDayLine'
import { PageHead } from './PageHead'
import { PageSection } from './PageSection'
import { useCaretOnOpen } from './useCaretOnOpen'
import { usePageModel } from './usePageModel'

const Floating = later(async () => (await import('../../editor/page/Floating')).Floating)
const MoveDialog = lazy(async () => ({ default: (await import('./MoveDialog')).MoveDialog }))

export function EntryPage({ page }: { readonly page: OpenPage }) {
  const model = usePageModel(page)
  const { entryDraft, group, formatting } = model
  const locale = useJournal((journal) => journal.locale)
  // As they were when the page was opened: a line that came or went while one types would move the text.
  const [welcome] = useState(() => useJournal.getState().firstRun)
  const [at] = useState(() => useOpenPage.getState().at)
  const [collapsed, setCollapsed] = useState(() =>
    collapsedSections(page.entry, useJournal.getState().today, at?.section ?? null),
  )
  const moving = useLayout(({ panel }) => panel === 'move')
  const article = useRef<HTMLElement>(null)
  // The page before may have been read to its end.
  useLayoutEffect(() => {
    article.current?.scrollIntoView({ block: 'start' })
  }, [])
  useCaretOnOpen(page.entry, group, collapsed, at, useJournal.getState().today)
  const open = page.entry.sections.filter((section, index) => collapsed.has(index) && section.question !== null).length

  return (
    <article ref={article} className={styles.page}>
      <div className={styles.column}>
        <PageHead page={page} entryDraft={entryDraft} />
        <NewDayLine entryDraft={entryDraft} />
        {welcome && <p className={styles.welcome}>{messages.writing.welcome}</p>}
        {page.draft && (
          <p className={styles.welcome}>{page.draft.isPlain ? messages.writing.backAsText : messages.writing.back}</p>
        )}
        <ManagerLine page={page} entryDraft={entryDraft} />
        {page.fromBefore && <FromBefore {...page.fromBefore} />}
      </div>
      {page.entry.sections.map((section, index) =>
        collapsed.has(index) ? null : (
          <PageSection
            // biome-ignore lint/suspicious/noArrayIndexKey: a section is its place on the page.
            key={index}
            index={index}
            section={section}
            page={page}
            entryDraft={entryDraft}
            editor={group.editors[index] ?? null}
          />
        ),
      )}
      {open > 0 && (
        <div className={styles.column}>
          <Button kind="quiet" onPress={() => setCollapsed(new Set())}>
            {messages.writing.showUnanswered(open, numberInWords(open, locale))}
          </Button>
        </div>
      )}
      <Floating group={group} formatting={formatting} />
      <Suspense>{moving && <MoveDialog entryDraft={entryDraft} />}</Suspense>
    </article>
  )
}
