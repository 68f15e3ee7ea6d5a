/** A question and its answer. The question is a heading outside of the editor: nothing done to an answer can lose it. */
import type { LexicalEditor } from 'lexical'
import { useId } from 'react'
import { useStore } from 'zustand'
import type { OpenPage } from '#shared/contract/entries'
import type { Section } from '#shared/domain/entry/entry'
import { builtInPrompt } from '#shared/domain/template/builtIn/builtInTemplates'
import { wordsFor } from '#shared/domain/template/newEntry'
import { messages } from '#shared/messages/messages'
import { Answer } from '../../editor/page/Answer'
import { ReadOnlyAnswer } from '../../editor/page/ReadOnlyAnswer'
import type { EntryDraft } from '../../state/draft/entryDraft'
import { useJournal } from '../../state/journal/journalStore'
import { cx } from '../../ui/cx'
import { PracticeMark } from '../../ui/PracticeMark'
import unseen from '../../ui/unseen.module.css'
import styles from './PageSection.module.css'
import { QuestionTools } from './QuestionTools'

export interface PageSectionProps {
  readonly index: number
  readonly section: Section
  readonly page: OpenPage
  readonly entryDraft: EntryDraft
  /** Null when the stored answer can't be shown. */
  readonly editor: LexicalEditor | null
}

export function PageSection({ index, section, page, entryDraft, editor }: PageSectionProps) {
  const asked = useStore(entryDraft.store, ({ questions }) => questions[index] ?? section)
  const manager = useJournal((journal) => journal.settings.manager)
  const id = useId()
  const isAlone = page.entry.sections.length === 1
  const prompt = asked.prompt === null ? undefined : builtInPrompt(asked.prompt)
  const free = isAlone ? messages.writing.blankHint : messages.writing.freeHint
  const hint = asked.question === null ? free : wordsFor(prompt?.hint ?? '', manager)
  return (
    <section className={cx(styles.section, asked.question === null && styles.free)} aria-labelledby={id}>
      {asked.practice && <PracticeMark practice={asked.practice} className={styles.practice} />}
      <div className={styles.column}>
        <div className={styles.head}>
          <h2 id={id} dir="auto" className={cx(styles.question, isAlone && unseen.unseen)}>
            {asked.question ?? messages.writing.freeAnswer}
          </h2>
          {editor && asked.question !== null && (
            <QuestionTools index={index} asked={asked} page={page} entryDraft={entryDraft} editor={editor} />
          )}
        </div>
        {editor ? (
          <Answer editor={editor} labelledBy={id} hint={hint} hintId={`${id}-hint`} />
        ) : (
          <ReadOnlyAnswer text={section.text} />
        )}
      </div>
    </section>
  )
}
