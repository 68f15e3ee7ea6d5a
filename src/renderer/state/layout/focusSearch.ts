/** Puts the caret into the search's field: at once where it is shown, else when the rail comes, which is loaded after the page. */

const timeoutMs = 10_000

export async function focusSearch(): Promise<void> {
  const end = performance.now() + timeoutMs
  // A rail without the field is that of a journal without entries.
  for (; performance.now() < end; await new Promise(requestAnimationFrame)) {
    const field = document.querySelector<HTMLInputElement>('[type="search"]')
    field?.focus()
    if (field !== null || document.querySelector('nav') !== null) return
  }
}
