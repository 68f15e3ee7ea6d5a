/** What the terminal says while a page is written in it. */
export const terminal = {
  heading: (day: string, template: string) => `${day} · ${template}`,
  howTo: [
    'Write as many lines as you like; an empty line ends the answer, and Markdown works.',
    'An empty line on its own goes on to the next question.',
    '/why shows why a question is asked, /back goes to the one before, /end stops here.',
    'Ctrl+C stops at any time and keeps what you wrote.',
  ],
  question: (number: string, count: string, practice: string) => `${number} of ${count} · ${practice}`,
  questionAlone: (number: string, count: string) => `${number} of ${count}`,
  present: 'An empty line keeps this; what you write is added to it, and /again starts it anew.',
  cannotShow:
    'This answer has parts that this version cannot show. Here are its words; what you write stands beside it.',
  startedAnew: 'What you write now takes its place.',
  nothingToReplace: 'There is nothing here yet that could be started anew.',
  noWhy: 'This question has no practice behind it: write whatever you like.',
  isFirst: 'This is the first question.',
  saved: 'Saved.',
  notSaved: (reason: string) => `Not saved: ${reason}.`,
  tryAgain: 'An empty line tries again, /end stops without saving this answer. Its words still stand above.',
  nothingWritten: 'Nothing was written.',
  written: (answers: string, day: string) => `${answers} saved on ${day}.`,
  whereFile: (file: string) => `The page is in ${file}`,
  whereWaiting: (folder: string) =>
    `Throughline has this journal open and puts it on the page in a moment. The journal is in ${folder}`,
  whereLater: (folder: string) =>
    `It comes to the page when Throughline opens this journal the next time. The journal is in ${folder}`,
  nothingGiven: 'Nothing was written: no words came in.',
  notUtf8: 'Nothing was written: the text is not UTF-8.',
  tooLong: 'Nothing was written: the text is over 10 MB.',
  notBegun: (reason: string) => `Nothing was written: ${reason}.`,
  notShown: (reason: string) => `Nothing can be shown: ${reason}.`,
  passphrase: 'Passphrase: ',
  isLocked:
    'The journal is locked. Run this in a terminal, or give the passphrase as the first line with --passphrase-stdin.',
  nothingOn: (day: string) => `Nothing was written on ${day}.`,
  captures: 'Caught in passing',
}
