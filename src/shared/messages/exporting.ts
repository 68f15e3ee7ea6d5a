/** What went wrong with an export, where the words for the journal would say something untrue. */
import type { FailureCode } from '../domain/failure'

export const exportFailures = {
  conflict: 'other files have its names',
  'newer-schema': 'a newer version of Throughline wrote it',
  unreadable: 'its file cannot be read',
  'read-only': 'the folder for the export cannot be written',
  'folder-missing': 'the folder for the export is not there, or is not a folder',
} as const satisfies Partial<Record<FailureCode, string>>
