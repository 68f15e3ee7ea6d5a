/** What stands with a question: why it is asked, and another one in its place while nothing is written. */
import type { LexicalEditor } from 'lexical'
import { useId, useState } from 'react'
import { useStore } from 'zustand'
import type { OpenPage } from '#shared/contract/entries'
import { practice, practiceSource } from '#shared/domain/practice/practices'
import { nextPrompt } from '#shared/domain/template/rotation'
import { messages } from '#shared/messages/messages'
import { useBlank } from '../../editor/page/Answer'
import type { EntryDraft, Question } from '../../state/draft/entryDraft'
import { Button } from '../../ui/Button'
import styles from './QuestionTools.module.css'

export interface QuestionToolsProps {
  readonly index: number
  readonly asked: Question
  readonly page: OpenPage
  readonly entryDraft: EntryDraft
  readonly editor: LexicalEditor
}

const words = messages.writing

export function QuestionTools({ index, asked, page, entryDraft, editor }: QuestionToolsProps) {
  const [shown, setShown] = useState(false)
  const id = useId()
  const blank = useBlank(editor)
  const unsaved = useStore(entryDraft.store, ({ revision }) => revision === 0)
  const rotates = page.alternatives.some(({ id: prompt }) => prompt === asked.prompt)
  const why = asked.practice && practice(asked.practice)
  const askElse = () => {
    const next = nextPrompt(page.alternatives, asked.prompt)
    if (!next) return
    const question = { prompt: next.id, question: next.question, practice: next.practice }
    const { questions } = entryDraft.store.getState()
    entryDraft.change({ questions: questions.map((other, at) => (at === index ? question : other)) })
  }
  return (
    <>
      <div className={styles.tools}>
        {why && (
          <Button
            kind="quiet"
            className={styles.tool}
            aria-expanded={shown}
            aria-controls={id}
            onPress={() => setShown(!shown)}
          >
            {words.whyThisQuestion}
          </Button>
        )}
        {rotates && blank && unsaved && (
          <Button kind="quiet" className={styles.tool} onPress={askElse}>
            {words.askElse}
          </Button>
        )}
      </div>
      {why && (
        <div id={id} className={styles.why} hidden={!shown}>
          <p>{why.meaning}</p>
          <p>{why.why}</p>
          <p className={styles.source}>{words.source(practiceSource.author, practiceSource.title)}</p>
        </div>
      )}
    </>
  )
}
