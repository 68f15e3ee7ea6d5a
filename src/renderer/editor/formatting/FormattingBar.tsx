/** The formats of the selected words. Shows with a selection, or by its key, which also brings the focus here. */

import type { LexicalEditor } from 'lexical'
import {
  ArrowDownToLine,
  ArrowLeftToLine,
  ArrowRightToLine,
  ArrowUpToLine,
  Bold,
  Code,
  FoldHorizontal,
  FoldVertical,
  Heading,
  Italic,
  Link,
  List,
  ListChecks,
  ListOrdered,
  type LucideIcon,
  Minus,
  SquareCode,
  Strikethrough,
  Table,
  TextQuote,
  Trash2,
} from 'lucide-react'
import { useCallback, useEffect, useRef, useSyncExternalStore } from 'react'
import { messages } from '#shared/messages/messages'
import { IconButton } from '../../ui/IconButton'
import { ToggleButton } from '../../ui/ToggleButton'
import { Toolbar } from '../../ui/Toolbar'
import styles from './floating.module.css'
import { actionsFor, type FormatAction, linkKeys } from './formatActions'
import type { Formatting } from './formatting'
import { $selectionSummary, type SelectionSummary } from './selectionSummary'
import { useFloatingPlace } from './useFloatingPlace'

const icons: Record<FormatAction['id'], LucideIcon> = {
  bold: Bold,
  italic: Italic,
  strikethrough: Strikethrough,
  code: Code,
  heading: Heading,
  bullet: List,
  number: ListOrdered,
  check: ListChecks,
  quote: TextQuote,
  codeBlock: SquareCode,
  rule: Minus,
  table: Table,
  rowAbove: ArrowUpToLine,
  rowBelow: ArrowDownToLine,
  columnBefore: ArrowLeftToLine,
  columnAfter: ArrowRightToLine,
  removeRow: FoldVertical,
  removeColumn: FoldHorizontal,
  removeTable: Trash2,
}

export interface FormattingBarProps {
  readonly editor: LexicalEditor
  /** By its key: then it takes the focus. */
  readonly called: boolean
  readonly formatting: Formatting
}

export function FormattingBar({ editor, called, formatting }: FormattingBarProps) {
  const bar = useRef<HTMLDivElement>(null)
  const place = useFloatingPlace(bar, editor.getRootElement())
  const summary = useSummary(editor)
  useEffect(() => {
    if (called) bar.current?.querySelector('button')?.focus()
  }, [called])
  useEffect(() => {
    // At the window, on the key's way down: the tooltip that shows with the focus would take it.
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !bar.current?.contains(document.activeElement)) return
      event.stopPropagation()
      formatting.close()
      editor.getRootElement()?.focus({ preventScroll: true })
    }
    window.addEventListener('keydown', onKeyDown, true)
    return () => window.removeEventListener('keydown', onKeyDown, true)
  }, [editor, formatting])
  /** The caret goes back to the words; the bar stays as long as they are selected. */
  const apply = (action: FormatAction) => {
    formatting.close()
    editor.getRootElement()?.focus({ preventScroll: true })
    action.run(editor)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only handles presses of the toolbar inside.
    <div
      ref={bar}
      className={styles.floating}
      style={place}
      // The words stay selected while the bar is pressed.
      onMouseDown={(event) => event.preventDefault()}
      onBlur={(event) => {
        if (called && !event.currentTarget.contains(event.relatedTarget)) formatting.close()
      }}
    >
      <Toolbar aria-label={messages.writing.format.toolbar}>
        {actionsFor(summary?.isInTable === true).map((action) => (
          <Action key={action.id} action={action} summary={summary} run={() => apply(action)} />
        ))}
        <IconButton
          label={messages.writing.format.link}
          keys={linkKeys}
          isDisabled={!summary}
          onPress={() => formatting.askLink(editor)}
        >
          <Link />
        </IconButton>
      </Toolbar>
    </div>
  )
}

interface ActionProps {
  readonly action: FormatAction
  readonly summary: SelectionSummary | null
  readonly run: () => void
}

function Action({ action, summary, run }: ActionProps) {
  const Icon = icons[action.id]
  const label = messages.writing.format[action.id]
  const keys = action.keys ?? undefined
  if (!action.isOn) {
    return (
      <IconButton label={label} keys={keys} onPress={run}>
        <Icon />
      </IconButton>
    )
  }
  return (
    <ToggleButton label={label} keys={keys} isSelected={summary !== null && action.isOn(summary)} onChange={run}>
      <Icon />
    </ToggleButton>
  )
}

/** Read anew with each state, and the same object while nothing of it changed. */
function useSummary(editor: LexicalEditor): SelectionSummary | null {
  const last = useRef<SelectionSummary | null>(null)
  const subscribe = useCallback((changed: () => void) => editor.registerUpdateListener(changed), [editor])
  return useSyncExternalStore(subscribe, () => {
    const next = editor.getEditorState().read($selectionSummary, { editor })
    if (JSON.stringify(next) !== JSON.stringify(last.current)) last.current = next
    return last.current
  })
}
