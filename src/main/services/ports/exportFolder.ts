/** The folder an export goes into. Nothing in it is ever overwritten. */
export interface ExportFolder {
  /** `exists` when the name is taken by other content. Throws a `Failure`. */
  writeNew(name: string, text: string): Promise<'written' | 'unchanged' | 'exists'>
}

/** Makes the last part of the path when it is missing. Throws a `Failure`, `inside-journal` for one that the journal owns. */
export type OpenExportFolder = (path: string) => Promise<ExportFolder>
