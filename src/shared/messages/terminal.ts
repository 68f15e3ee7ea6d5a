/** What the terminal prints while a person writes a page in it. */
export const terminal = {
  heading: (day: string, template: string) => `${day} · ${template}`,
  howTo: [
    'Write as many lines as you like, also in Markdown; an empty line ends the answer.',
    'An empty line alone skips to the next question.',
    '/why explains a question, /back goes to the previous one, /end stops here.',
    'Ctrl+C stops at any time and keeps what you wrote.',
  ],
  question: (number: string, count: string, practice: string) => `${number} of ${count} · ${practice}`,
  questionAlone: (number: string, count: string) => `${number} of ${count}`,
  present: 'An empty line keeps this answer; what you write is added to it. Type /again to replace it.',
  cannotShow:
    'This version of Throughline cannot show parts of this answer. Above is its text; what you write is added to it.',
  startedAnew: 'What you write now replaces this answer.',
  nothingToReplace: 'There is no answer here to replace yet.',
  noWhy: 'This question belongs to no practice: write whatever you like.',
  isFirst: 'This is the first question.',
  notAllRead: (count: number, files: string) =>
    count === 1
      ? 'one file could not be read, so something may be missing.'
      : `${files} files could not be read, so something may be missing.`,
  saved: 'Saved.',
  notSaved: (reason: string) => `Not saved: ${reason}.`,
  tryAgain: 'An empty line tries again, /end stops without saving this answer. Its text is still shown above.',
  nothingWritten: 'Nothing was written.',
  written: (answers: string, day: string) => `${answers} saved on ${day}.`,
  whereFile: (file: string) => `The page is in ${file}`,
  whereWaiting: (folder: string) =>
    `Throughline has this journal open and adds your answers to the page in a moment. The journal is in ${folder}`,
  whereLater: (folder: string) =>
    `Throughline adds your answers to the page the next time it opens this journal. The journal is in ${folder}`,
  nothingGiven: 'Nothing was written: there was no text.',
  notUtf8: 'Nothing was written: the text is not UTF-8.',
  tooLong: 'Nothing was written: the text is over 10 MB.',
  notBegun: (reason: string) => `Nothing was written: ${reason}.`,
  notShown: (reason: string) => `Nothing can be shown: ${reason}.`,
  passphrase: 'Passphrase: ',
  isLocked:
    'The journal is locked. Run this in a terminal, or use --passphrase-stdin and send the passphrase as the first line.',
  nothingOn: (day: string) => `Nothing was written on ${day}.`,
  captures: 'Captures',
}
