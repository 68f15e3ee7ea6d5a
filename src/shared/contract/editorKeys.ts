/** Keys of the page that can't be changed: for writing, and for moving around. No command can have them. */
export const editorKeys = {
  bold: 'CmdOrCtrl+B',
  italic: 'CmdOrCtrl+I',
  strikethrough: 'CmdOrCtrl+Shift+X',
  code: 'CmdOrCtrl+E',
  heading: 'CmdOrCtrl+Alt+1',
  bullet: 'CmdOrCtrl+Shift+8',
  number: 'CmdOrCtrl+Shift+7',
  check: 'CmdOrCtrl+Shift+9',
  quote: 'CmdOrCtrl+Alt+Q',
  codeBlock: 'CmdOrCtrl+Alt+C',
  table: 'CmdOrCtrl+Shift+T',
  link: 'CmdOrCtrl+K',
  openName: 'CmdOrCtrl+Shift+O',
  bar: 'Alt+F10',
  checkItem: 'CmdOrCtrl+Alt+Enter',
  nextAnswer: 'CmdOrCtrl+Enter',
  previousAnswer: 'CmdOrCtrl+Shift+Enter',
  notices: 'F6',
} as const

export type EditorKey = keyof typeof editorKeys

export function editorKeyOf(keys: string): EditorKey | null {
  const found = Object.entries(editorKeys).find(([, own]) => own === keys)
  return found ? (found[0] as EditorKey) : null
}
