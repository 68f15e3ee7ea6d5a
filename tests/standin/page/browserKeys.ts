/** Keys with Ctrl that edit text, move in it or zoom; Chromium has them from its engine, as Electron has. */
const editing = /^([acvxyz0+=_-]|Arrow.*|Home|End|Backspace|Delete|Insert|Enter)$/i

/** Whether Chromium would do something of a browser's with a key: open a tab, print, show its tools. */
export function isBrowserKey({ key, altKey, ctrlKey, metaKey }: KeyboardEvent): boolean {
  return (
    /^F\d+$/.test(key) ||
    (altKey && /^(Arrow(Left|Right)|Home|[def])$/i.test(key)) ||
    ((ctrlKey || metaKey) && !altKey && !editing.test(key))
  )
}
