/** When a page first was what a person waits for: noted in the page itself, by its own clock, so that no message is measured. */

/** Milliseconds since the epoch; null while it has not happened. */
export interface Marks {
  editable: number | null
  /** The first row of the list. */
  row: number | null
  /** The field of quick capture. */
  field: number | null
  /** When the document began. */
  readonly began: number
}

export interface PageMarks extends Marks {
  /** Nothing more is noted, and nothing more looked for: before what the page works is measured. */
  end(): void
}

/** Runs in each page before its own scripts. */
export function markPage(): void {
  const marks: PageMarks = {
    editable: null,
    row: null,
    field: null,
    began: performance.timeOrigin,
    end() {
      clearInterval(looking)
      removeEventListener('focusin', look, true)
    },
  }
  Object.assign(globalThis, { __marks: marks })
  const now = () => performance.timeOrigin + performance.now()
  const look = () => {
    const active = document.activeElement
    if (active instanceof HTMLElement && active.isContentEditable) marks.editable ??= now()
    if (active instanceof HTMLTextAreaElement) marks.field ??= now()
    if (marks.row === null && document.querySelector('nav [role="row"]')) marks.row = now()
    if (marks.editable !== null && marks.row !== null) clearInterval(looking)
  }
  const looking = setInterval(look, 4)
  addEventListener('focusin', look, true)
}
