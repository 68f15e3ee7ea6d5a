/** Whether a key press is an accelerator such as `CmdOrCtrl+Shift+C`. */
export function matchesKeys(event: KeyboardEvent, accelerator: string, mac: boolean): boolean {
  const parts = accelerator.split('+')
  const key = parts.at(-1) ?? ''
  const wants = (modifier: string) => parts.includes(modifier)
  // On many layouts a backslash takes AltGr: there the key where it stands on the others does.
  const pressed = event.key.toLowerCase() === key.toLowerCase() || (key === '\\' && event.code === 'Backslash')
  return (
    pressed &&
    (mac ? event.metaKey : event.ctrlKey) === wants('CmdOrCtrl') &&
    (mac ? event.ctrlKey : event.metaKey) === false &&
    event.shiftKey === wants('Shift') &&
    event.altKey === wants('Alt')
  )
}
