/** Whether a key press is the one an accelerator names. By the key's place for digits: with Shift they type signs. */

export function isPressed(accelerator: string, event: KeyboardEvent): boolean {
  const parts = accelerator.split('+')
  const key = parts.at(-1) ?? ''
  if (parts.includes('Shift') !== event.shiftKey || parts.includes('Alt') !== event.altKey) return false
  if (parts.includes('CmdOrCtrl') ? event.ctrlKey === event.metaKey : event.ctrlKey || event.metaKey) return false
  if (/^\d$/.test(key)) return event.code === `Digit${key}` || event.code === `Numpad${key}`
  // With Alt a letter types another sign on a Mac.
  return event.key.toUpperCase() === key.toUpperCase() || (event.altKey && event.code === `Key${key}`)
}
