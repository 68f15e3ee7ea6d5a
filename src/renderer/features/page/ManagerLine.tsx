/** Asks once for the manager's name, where a page's own questions use it; the questions then say it. */
import { type FormEvent, useId, useState } from 'react'
import type { OpenPage } from '#shared/contract/entries'
import { builtInPrompt, findTemplate } from '#shared/domain/template/builtIn/builtInTemplates'
import { wordsFor } from '#shared/domain/template/newEntry'
import { messages } from '#shared/messages/messages'
import type { EntryDraft, Question } from '../../state/draft/entryDraft'
import { changeSettings, useJournal } from '../../state/journal/journalStore'
import { sayFailure } from '../../state/sayFailure'
import { Button } from '../../ui/Button'
import styles from './ManagerLine.module.css'

const words = messages.writing

export function ManagerLine({ page, entryDraft }: { readonly page: OpenPage; readonly entryDraft: EntryDraft }) {
  const known = useJournal((journal) => journal.settings.manager !== null)
  const [asks] = useState(() => page.entry.revision === 0 && usesManager(page.entry.template))
  const [name, setName] = useState('')
  const id = useId()
  if (known || !asks) return null
  const answer = (manager: string) => {
    changeSettings({ manager }).catch(sayFailure)
    const { questions } = entryDraft.store.getState()
    entryDraft.change({ questions: questions.map((question) => withName(question, manager)) })
    document.querySelector<HTMLElement>('article [contenteditable]')?.focus()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() !== '') answer(name.trim())
  }
  return (
    <form className={styles.line} onSubmit={submit}>
      <label htmlFor={id}>{words.managerQuestion}</label>
      <span className={styles.field}>
        <input
          id={id}
          dir="auto"
          className={styles.name}
          value={name}
          maxLength={100}
          autoComplete="off"
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button type="submit" isDisabled={name.trim() === ''}>
          {words.managerSave}
        </Button>
        <Button kind="quiet" onPress={() => answer('')}>
          {words.managerSkip}
        </Button>
      </span>
    </form>
  )
}

/** By its fixed questions: a rotating one may be asked another day. */
function usesManager(template: string): boolean {
  return (findTemplate(template)?.prompts ?? []).some(
    (place) => 'question' in place && place.question.includes('{{manager}}'),
  )
}

/** Only questions still in the words they have without a name. */
function withName(question: Question, manager: string): Question {
  const raw = question.prompt === null ? undefined : builtInPrompt(question.prompt)?.question
  if (raw === undefined || question.question !== wordsFor(raw, null)) return question
  return { ...question, question: wordsFor(raw, manager) }
}
