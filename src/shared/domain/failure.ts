/** Why a request was refused or failed, as a code that both sides know. */
export const failureCodes = [
  /** The request did not fit its schema, or came from somewhere else than the app's own page. */
  'bad-request',
  'not-found',
  /** Another writer changed the entry meanwhile; nothing was overwritten. */
  'conflict',
  /** The file was written by a newer version of the app. */
  'newer-schema',
  /** The document has nodes this version can't show. */
  'unreadable',
  /** Another program is still writing the file: what is there of it says nothing yet. */
  'being-written',
  'too-large',
  'disk-full',
  /** A sync program has the file, and has not brought it to this computer. */
  'elsewhere',
  /** The folder or file can't be written: rights, or a read-only disk. */
  'read-only',
  /** The journal's folder is not there. */
  'folder-missing',
  /** Another copy of the app has this journal open. */
  'in-use',
  /** The chosen folder holds other things than a journal. */
  'not-empty',
  /** The folder for an export lies in the journal's own. */
  'inside-journal',
  /** The chosen folder is inside the journal's own, or the other way round. */
  'entangled',
  /** The journal is locked. */
  'locked',
  /** Another device turned the journal's lock on or off while it is open here. */
  'lock-changed',
  /** Another device has begun to turn a lock on or off, and its half of that lies here. */
  'lock-unfinished',
  /** Another program put a file into the folder while the lock was turned off: it stays on. */
  'written-meanwhile',
  /** Two locks were turned on apart, and are not joined yet. */
  'two-locks',
  /** This device knows a lock of the journal, and there is none any more: nothing is written until the person says that it was taken away on purpose. */
  'lock-gone',
  'wrong-passphrase',
  /** The passphrase or code of a lock that was turned off, or gave way to the one that counts. */
  'retired-passphrase',
  /** A recovery code without a slip of the pen that is another journal's. */
  'wrong-code',
  /** A recovery code that can't be one as it was typed. */
  'mistyped-code',
  /** `lock.json` is not as it was written, or belongs to another key. */
  'key-damaged',
  /** What is sealed is there, and `lock.json` is not. */
  'key-missing',
  /** A file that another key sealed. */
  'sealed-elsewhere',
  /** A sealed file that says nothing of its place, in a journal whose files all do: anyone may have put it there. */
  'old-form',
  /** This computer's keychain did not take or give the journal's key. */
  'keychain',
  /** The key that this computer kept opens another journal. */
  'wrong-kept-key',
  /** There is less room on the disk than a backup or a restore needs. */
  'no-room',
  /** The file is no backup, or not a whole one; nothing of it was used. */
  'bad-backup',
  /** A file with this name is there already; it was left as it is. */
  'already-there',
  /** The disk reported an error. */
  'disk-error',
  'unexpected',
] as const
export type FailureCode = (typeof failureCodes)[number]

const hiding: ReadonlySet<FailureCode | null> = new Set([
  'locked',
  'key-damaged',
  'key-missing',
  // The file may be its key, and the lock one that this device does not know yet.
  'being-written',
])

/** Nobody can read the journal for its lock: it is locked, or its key file does not open it. Nothing of what is in it is shown then. */
export function isHiding(code: FailureCode | null): boolean {
  return hiding.has(code)
}

/** An expected failure. `message` is for the log, never for the screen; the screen's words come from the code. */
export class Failure extends Error {
  override readonly name = 'Failure'
  constructor(
    readonly code: FailureCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}
