/** The dialog that lists the keyboard shortcuts, and changes those of commands. */
export const keysWords = {
  title: 'Keyboard shortcuts',
  anywhere: 'Anywhere',
  page: 'On the page',
  text: 'In an answer',
  typed: 'While you type',
  nextAnswer: 'Next answer',
  previousAnswer: 'Previous answer',
  question: 'Go to the question’s buttons, and back',
  bar: 'Go to the formatting toolbar',
  openName: 'Find what mentions this name',
  checkItem: 'Check an item off',
  nest: 'Indent or unindent a list item',
  cell: 'Next or previous cell of a table',
  leaveTable: 'Leave the table',
  notices: 'Go to the notice at the bottom of the window',
  or: 'or',
  none: 'None',
  change: (command: string) => `Change shortcut: ${command}`,
  reset: (command: string) => `Default shortcut: ${command}`,
  resetAll: 'Reset all shortcuts',
  allReset: 'All shortcuts are the defaults again.',
  recording: 'Press the new keys. Backspace removes the shortcut, Esc cancels.',
  /** `keys` is “Ctrl+J”, or “None”. */
  changed: (command: string, keys: string) => `${command}: ${keys}`,
  refused: {
    /** `control` is “Ctrl”, or “⌘”. */
    unfit: (control: string) =>
      `Hold ${control} and press a letter, a digit or a sign, or press a function key. Shift goes with letters and function keys only.`,
    reserved: (keys: string) => `${keys} means something in every program. Choose other keys.`,
    taken: (keys: string, owner: string) => `${keys} belongs to “${owner}”. Choose other keys, or change those first.`,
    capture: (keys: string) => `${keys} opens quick capture from anywhere. Choose other keys.`,
  },
  /** Of what the settings say and what cannot be had. */
  ignored: {
    unreadable: 'The settings have no readable shortcut for this command. Its default is used.',
    unfit: (keys: string) => `“${keys}” in the settings cannot be a shortcut and is ignored.`,
    taken: (keys: string, owner: string) => `${keys} is not used here: it belongs to “${owner}”.`,
  },
  /** What to type at the beginning of a line, or around words. */
  markdown: [
    ['# ', 'Heading'],
    ['- ', 'Bulleted list'],
    ['1. ', 'Numbered list'],
    ['[ ] ', 'Checklist'],
    ['> ', 'Quote'],
    ['``` ', 'Code block'],
    ['--- ', 'Divider'],
    ['| a | b |', 'Table, with | - | - | on the line below'],
    ['**bold**', 'Bold'],
    ['*italic*', 'Italic'],
    ['~~strikethrough~~', 'Strikethrough'],
    ['`code`', 'Code'],
  ],
} as const
