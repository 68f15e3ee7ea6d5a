/** Goes into a field with a part of its text selected, once it shows that text. */
export function selectIn(field: HTMLInputElement | null, start: number, end: number): void {
  // What was chosen from is closing, and gives the focus back to its button before the next frame is over.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      field?.focus()
      field?.setSelectionRange(start, end)
    }),
  )
}
