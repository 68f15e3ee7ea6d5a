/** Whether a key press is an accelerator such as `CmdOrCtrl+Shift+C`. */
export function matchesKeys(event: KeyboardEvent, accelerator: string, mac: boolean): boolean {
  const parts = accelerator.split('+')
  const key = parts.at(-1) ?? ''
  const wants = (modifier: string) => parts.includes(modifier)
  return (
    event.key.toLowerCase() === key.toLowerCase() &&
    (mac ? event.metaKey : event.ctrlKey) === wants('CmdOrCtrl') &&
    (mac ? event.ctrlKey : event.metaKey) === false &&
    event.shiftKey === wants('Shift') &&
    event.altKey === wants('Alt')
  )
}
