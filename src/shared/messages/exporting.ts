/** What an export left out or found in its folder, and why it failed. */
import type { FailureCode } from '../domain/failure'

/** Parts of the one sentence that the command line prints; `formatted` is the number. */
export const exportAsides = {
  copies: (count: number, formatted: string) =>
    count === 1
      ? `${formatted} conflicting version of a page was left out until you choose`
      : `${formatted} conflicting versions of pages were left out until you choose`,
  earlier: (count: number, formatted: string) =>
    count === 1
      ? `${formatted} file of an earlier export is still there under its old name`
      : `${formatted} files of earlier exports are still there under their old names`,
  kept: (count: number, formatted: string) =>
    count === 1
      ? `${formatted} draft or capture that is only on this computer was left out`
      : `${formatted} drafts and captures that are only on this computer were left out`,
}

/** The same in the window. */
export const exportNotes = {
  copies: (count: number, formatted: string) => `${exportAsides.copies(count, formatted)}.`,
  earlier: (count: number, formatted: string) => `${exportAsides.earlier(count, formatted)}.`,
}

/** Failures of an export, where the sentences about the journal would be wrong. */
export const exportFailures = {
  conflict: 'other files already have its names',
  'newer-schema': 'a newer version of Throughline wrote it',
  unreadable: 'its file cannot be read',
  elsewhere: 'it is not on this computer yet',
  'read-only': 'the folder for the export cannot be written to',
  'folder-missing': 'the folder for the export cannot be found or is not a folder',
} as const satisfies Partial<Record<FailureCode, string>>
