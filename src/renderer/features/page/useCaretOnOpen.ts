/** Puts the caret where writing goes on, without a click; or where a search found the words, which are marked. */
import { useEffect } from 'react'
import type { Day } from '#shared/domain/day'
import { type Entry, isAnswered } from '#shared/domain/entry/entry'
import type { AnswerGroup } from '../../editor/page/answerGroup'
import { landIn } from '../../editor/page/caretLanding'
import { markFound } from '../../editor/page/foundWords'
import type { OpenPageState } from '../../state/layout/openPageStore'

export function useCaretOnOpen(
  entry: Entry,
  group: AnswerGroup,
  collapsed: ReadonlySet<number>,
  at: OpenPageState['at'],
  today: Day,
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the page opens; unfolding questions leaves the caret.
  useEffect(() => {
    const found = at && group.editors[at.section]
    if (found) {
      landIn(found, { at: 'start' })
      return markFound(found, at.find)
    }
    const shown = [...group.editors.entries()].filter(([index, editor]) => editor !== null && !collapsed.has(index))
    const isOpen = ([index]: (typeof shown)[number]) => {
      const section = entry.sections[index]
      return section !== undefined && !isAnswered(section) && (section.question !== null || entry.sections.length === 1)
    }
    const open = shown.find(isOpen)?.[1]
    const [first, last] = [shown.at(0)?.[1], shown.at(-1)?.[1]]
    if (open) landIn(open, { at: 'end' })
    else if (entry.day === today && last) landIn(last, { at: 'end' })
    // An old page is opened to be read: from its beginning.
    else if (first) landIn(first, { at: 'start' })
  }, [])
}
