/** What a device knows of the files that it left in inboxes, beside a journal of a test. */
import { dirname, join } from 'node:path'
import { AdmittedFiles, admittedName } from '../../src/main/storage/encryption/files/admittedFiles'

export function admittedBeside(folder: string): AdmittedFiles {
  return new AdmittedFiles(join(dirname(folder), admittedName))
}
