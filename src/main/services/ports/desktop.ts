/** What services ask of the desktop around them. */
export interface Desktop {
  /** Asks the person for a folder; null when they closed the dialog. Absolute. */
  chooseFolder(title: string): Promise<string | null>
  /** The same for a file that is there. */
  chooseFile(title: string): Promise<string | null>
  /** Throws `folder-missing`. */
  showFolder(folder: string): Promise<void>
  /** Asks the person; false when they closed the question. */
  confirm(asked: { question: string; detail: string; yes: string; no: string }): Promise<boolean>
  /** Only for links that `safeLink` lets through. */
  openLink(url: string): Promise<void>
  copyText(text: string): void
}
