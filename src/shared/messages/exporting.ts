/** What came of an export beside its files. */
import type { FailureCode } from '../domain/failure'

/** Parts of the one sentence that the command line prints; `formatted` is the number. */
export const exportAsides = {
  copies: (count: number, formatted: string) =>
    count === 1
      ? `${formatted} second version of a page, which waits for your choice, was left out`
      : `${formatted} second versions of pages, which wait for your choice, were left out`,
  earlier: (count: number, formatted: string) =>
    count === 1
      ? `${formatted} file of an earlier export stays there under its old name`
      : `${formatted} files of earlier exports stay there under their old names`,
}

/** The same in the window. */
export const exportNotes = {
  copies: (count: number, formatted: string) => `${exportAsides.copies(count, formatted)}.`,
  earlier: (count: number, formatted: string) => `${exportAsides.earlier(count, formatted)}.`,
}

/** What went wrong, where the words for the journal would say something untrue. */
export const exportFailures = {
  conflict: 'other files have its names',
  'newer-schema': 'a newer version of Throughline wrote it',
  unreadable: 'its file cannot be read',
  'read-only': 'the folder for the export cannot be written',
  'folder-missing': 'the folder for the export is not there, or is not a folder',
} as const satisfies Partial<Record<FailureCode, string>>
