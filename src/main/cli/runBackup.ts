/** `--backup=FILE` and `--restore=FILE --to=DIR`: without window, display or lock, also while the app is open. Nothing that is there is overwritten. */
import { dirname } from 'node:path'
import { Failure } from '#shared/domain/failure'
import { counted } from '#shared/messages/counted'
import { messages } from '#shared/messages/messages'
import { makeBackupFile } from '../backups/makeBackup'
import { restoreJournal } from '../backups/restoreJournal'
import { failureOf } from '../disk/failureOf'
import { makeFolders } from '../disk/makeFolders'
import { rawDisk } from '../disk/rawFiles'
import { areEntangled, lookIntoFolder } from '../storage/journal/moveJournal'
import { storedPlace } from '../system/storedPlace'
import { systemClock } from '../system/systemClock'
import { printable } from './printable'

/** The exit code and one sentence: for standard output with code 0, else for standard error. */
export interface Ended {
  readonly code: number
  readonly sentence: string
}

export interface BackupNeeds {
  /** Absolute. */
  readonly file: string
  readonly userData: string
  /** Of the app. */
  readonly version: string
}

const words = messages.headless

/** With a file that could not be read the backup is made all the same, and the code is 1. */
export async function runBackup({ file, userData, version }: BackupNeeds): Promise<Ended> {
  try {
    const { folder: journal } = await storedPlace(userData)
    if (await areEntangled(journal, file)) throw new Failure('inside-journal', 'the file would lie in the journal')
    const order = { journal, reason: 'asked', now: systemClock.instant(), after: 0, version } as const
    const { files, leftOut } = await makeBackupFile(rawDisk(), order, file)
    const done = words.backedUp(counted.files(files, String(files)), file)
    if (leftOut.length === 0) return { code: 0, sentence: printable(done) }
    return refused(words.backedUpPartly(done, counted.files(leftOut.length, String(leftOut.length)), leftOut[0] ?? ''))
  } catch (error) {
    return refused(words.notBackedUp(inWords(error)))
  }
}

export interface RestoreNeeds {
  /** Both absolute. */
  readonly file: string
  readonly folder: string
}

/** Into a folder that is not there, or holds nothing. */
export async function runRestore({ file, folder: journal }: RestoreNeeds): Promise<Ended> {
  try {
    const disk = rawDisk()
    if ((await lookIntoFolder(journal)).kind !== 'empty') throw new Failure('not-empty', 'the folder holds something')
    await makeFolders(disk, dirname(journal))
    // An empty one gives way; what only looks empty stays, and says so.
    await disk.files.removeFolder(journal).catch((error: unknown) => {
      const { code } = failureOf(error)
      if (code !== 'folder-missing') throw new Failure('not-empty', 'the folder holds something', { cause: error })
    })
    await restoreJournal(disk, { file, journal, now: systemClock.instant(), coveredBy: null })
    return { code: 0, sentence: printable(words.restored(journal)) }
  } catch (error) {
    return refused(words.notRestored(inWords(error)))
  }
}

/** A file that is not there is not the journal's folder. */
function inWords(error: unknown): string {
  const { code } = failureOf(error)
  return messages.backupFailures[code]
}

function refused(sentence: string): Ended {
  return { code: 1, sentence: printable(`throughline: ${sentence}`) }
}
