/** The place on the page where one answer is written: a Lexical editor's root, which React only puts there. */
import type { LexicalEditor } from 'lexical'
import { useCallback, useSyncExternalStore } from 'react'
import styles from './answer.module.css'
import { isBlank } from './blank'

export interface AnswerProps {
  readonly editor: LexicalEditor
  readonly labelledBy: string
  readonly hintId: string
  readonly hint: string
}

export function Answer({ editor, labelledBy, hintId, hint }: AnswerProps) {
  const blank = useBlank(editor)
  const attach = useCallback(
    (element: HTMLDivElement | null) => {
      editor.setRootElement(element)
      return () => editor.setRootElement(null)
    },
    [editor],
  )
  return (
    <div className={styles.box}>
      {blank && (
        <p id={hintId} dir="auto" className={styles.hint}>
          {hint}
        </p>
      )}
      {/* biome-ignore lint/a11y/useSemanticElements: a textarea holds no headings, lists or links. */}
      <div
        ref={attach}
        className={styles.answer}
        contentEditable
        suppressContentEditableWarning
        role="textbox"
        tabIndex={0}
        aria-multiline
        aria-labelledby={labelledBy}
        aria-describedby={blank ? hintId : undefined}
      />
    </div>
  )
}

export function useBlank(editor: LexicalEditor): boolean {
  const subscribe = useCallback((changed: () => void) => editor.registerUpdateListener(changed), [editor])
  return useSyncExternalStore(subscribe, () => isBlank(editor.getEditorState()))
}
