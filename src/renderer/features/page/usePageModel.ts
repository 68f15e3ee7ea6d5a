/** The parts of an open page that live as long as it does: what is typed, its editors, its formatting bar. */
import type { LexicalEditor } from 'lexical'
import { useEffect, useState } from 'react'
import type { OpenPage } from '#shared/contract/entries'
import { readDocument } from '#shared/document/document'
import { messages } from '#shared/messages/messages'
import { loadHtmlReader } from '../../editor/extensions/htmlReader'
import { createFormatting, type Formatting } from '../../editor/formatting/formatting'
import { type AnswerGroup, createAnswerGroup } from '../../editor/page/answerGroup'
import { arriveIn } from '../../editor/page/arriveIn'
import { offerAnswers } from '../../editor/page/openAnswers'
import { request } from '../../state/bridge'
import { untilStored, watchEntryDraft } from '../../state/draft/autosaveWatch'
import { createEntryDraft, type EntryDraft } from '../../state/draft/entryDraft'
import { searchFor } from '../../state/layout/searchFor'
import { showToast } from '../../state/toastStore'

export interface PageModel {
  readonly entryDraft: EntryDraft
  readonly group: AnswerGroup
  readonly formatting: Formatting
  /** As it is asked now. */
  questionOf(section: number): string | null
}

export function usePageModel(page: OpenPage): PageModel {
  const [model] = useState(() => createPageModel(page))
  useEffect(() => {
    const release = watchEntryDraft(model.entryDraft)
    const { entryDraft, group, questionOf } = model
    const withdraw = offerAnswers({
      editors: group.editors,
      questionOf,
      page: {
        entry: () => entryDraft.store.getState().id,
        // A new page without words is not stored, and is nothing to point at.
        stored: async () => (await untilStored(entryDraft)) && entryDraft.store.getState().revision > 0,
      },
    })
    // So that a paste does not wait for it; not needed for the first paint.
    requestIdleCallback(() => void loadHtmlReader())
    return () => {
      withdraw()
      release()
      model.group.dispose()
    }
  }, [model])
  return model
}

function createPageModel(page: OpenPage): PageModel {
  const entryDraft: EntryDraft = createEntryDraft(page, (section, blocks, isWhole) => {
    const editor = group.editors[section]
    return editor ? arriveIn(editor, blocks, isWhole) : false
  })
  const formatting = createFormatting()
  const group = createAnswerGroup({
    documents: page.entry.sections.map(({ answer }) => {
      const read = readDocument(answer)
      return read.ok ? read.document : null
    }),
    changed: entryDraft.answered,
    leave: (section) => focusTools(group.editors[section] ?? null),
    names: { open: searchFor },
    links: {
      ask: formatting.askLink,
      open: (url) => void request('links.open', { url }).catch(() => {}),
    },
    showBar: formatting.showBar,
    takenBack(error) {
      console.error(error)
      showToast(messages.writing.takenBack)
    },
  })
  const questionOf = (at: number) =>
    (entryDraft.store.getState().questions[at] ?? page.entry.sections[at])?.question ?? null
  return { entryDraft, group, formatting, questionOf }
}

/** The way by keyboard to what stands with a question, which Tab passes over. */
function focusTools(editor: LexicalEditor | null): boolean {
  const tool = editor?.getRootElement()?.closest('section')?.querySelector<HTMLElement>('button')
  tool?.focus()
  return true
}
