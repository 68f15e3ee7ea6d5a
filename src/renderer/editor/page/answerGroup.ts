/** The answers of one page: their editors, in the order of the questions, with one history and keys that go from one to the next. */
import { buildEditorFromExtensions } from '@lexical/extension'
import { configExtension, type EditorState, type LexicalEditor, type LexicalEditorWithDispose } from 'lexical'
import { cleanLinks } from '#shared/document/cleanLinks'
import type { AnswerDocument, RootNode } from '#shared/document/document'
import { isEditable } from '#shared/document/editable'
import { idsIn } from '#shared/document/marks'
import { fileForm, pageForm } from '#shared/document/pageForm'
import { plainText } from '#shared/document/plainText'
import { BlockMarksExtension } from '../extensions/BlockMarksExtension'
import { applyRules } from '../extensions/DocumentRulesExtension'
import { FormatKeysExtension } from '../extensions/FormatKeysExtension'
import { type LinkActions, LinkKeysExtension } from '../extensions/LinkKeysExtension'
import { PageHistoryExtension } from '../extensions/PageHistoryExtension'
import { createPageHistory } from '../extensions/pageHistory'
import { createPageIds } from '../extensions/pageIds'
import { SectionNavigationExtension } from '../extensions/SectionNavigationExtension'
import { type NameActions, NamesExtension } from '../names/NamesExtension'
import { AnswerExtension } from './AnswerExtension'
import { landIn } from './caretLanding'

export interface AnswerGroupNeeds {
  /** One for each section; null where the stored answer can't be shown. */
  readonly documents: readonly (AnswerDocument | null)[]
  /** Called with each state that differs in content, never with a selection alone; `read` makes the stored answer of it. */
  readonly changed: (section: number, read: () => AnswerDocument) => void
  readonly leave: (section: number) => boolean
  readonly links: LinkActions
  readonly names: NameActions
  readonly showBar: (editor: LexicalEditor) => void
  /** A change to an answer failed; Lexical took it back. */
  readonly takenBack: (error: Error) => void
}

export interface AnswerGroup {
  /** By section; null where the answer can't be shown, also when Lexical refused what the schema let pass. */
  readonly editors: readonly (LexicalEditor | null)[]
  dispose(): void
}

/** The state as an answer's file holds it, made once; what the file has beside the page stays. */
function storedForm(state: EditorState, before: AnswerDocument): () => AnswerDocument {
  let made: AnswerDocument | undefined
  return () => {
    made ??= fileForm({ ...before, ...documentIn(state) })
    return made
  }
}

function documentIn(state: EditorState): AnswerDocument {
  // The editor has no other nodes than the format's.
  return { root: state.toJSON().root as RootNode }
}

/** In whatever lines. */
function wordsOf(document: AnswerDocument): string {
  return plainText(document).replace(/\s/gu, '')
}

export function createAnswerGroup(needs: AnswerGroupNeeds): AnswerGroup {
  const pageHistory = createPageHistory()
  const pageIds = createPageIds(needs.documents.flatMap((document) => (document ? idsIn(document) : [])))
  const editors = needs.documents.map((document, section) => document && build(document, section))
  const all: readonly (LexicalEditor | null)[] = editors
  const indexOf = (editor: LexicalEditor) => all.indexOf(editor)

  /** The nearest one that is on screen: collapsed questions are passed over. */
  function neighbour(from: LexicalEditor, direction: 'next' | 'previous'): LexicalEditor | undefined {
    const at = indexOf(from)
    const others = direction === 'next' ? editors.slice(at + 1) : editors.slice(0, at).reverse()
    return others.filter((editor) => editor !== null).find((editor) => editor.getRootElement() !== null)
  }

  function build(stored: AnswerDocument, section: number): LexicalEditorWithDispose | null {
    const document = cleanLinks(stored)
    let built = false
    try {
      const editor = buildEditorFromExtensions(
        {
          name: 'throughline/page',
          $initialEditorState: JSON.stringify(pageForm(document)),
          dependencies: [AnswerExtension],
          onError(error) {
            // A document that is refused must not become an empty answer; a change that is refused must not throw, or it stays half done.
            if (!built) throw error
            needs.takenBack(error)
          },
        },
        configExtension(PageHistoryExtension, { pageHistory }),
        configExtension(BlockMarksExtension, { pageIds }),
        configExtension(LinkKeysExtension, needs.links),
        configExtension(NamesExtension, needs.names),
        configExtension(FormatKeysExtension, { showBar: needs.showBar }),
        configExtension(SectionNavigationExtension, {
          go(from, step) {
            const to = neighbour(from, step.direction)
            if (to) landIn(to, step)
            return to !== undefined
          },
          leave: (from) => needs.leave(indexOf(from)),
        }),
      )
      if (!isEditable(document)) {
        applyRules(editor)
        // Lexical loses words of some lists as soon as it reads them: such an answer is shown and not edited.
        if (wordsOf(document) !== wordsOf(documentIn(editor.getEditorState()))) {
          editor.dispose()
          return null
        }
      }
      built = true
      // Registered after the first state is in: only what the person does is a change.
      editor.registerUpdateListener(({ editorState, dirtyElements, dirtyLeaves }) => {
        if (dirtyElements.size > 0 || dirtyLeaves.size > 0) needs.changed(section, storedForm(editorState, stored))
      })
      return editor
    } catch {
      return null
    }
  }

  return {
    editors,
    dispose() {
      for (const editor of editors) editor?.dispose()
    },
  }
}
