/** The lock that keeps others from reading the journal. */
import { z } from 'zod'
import { maxPassphrase, minPassphrase } from '../domain/encryption/lock'
import { nothing } from './parts'

/** As typed: what is wrong with it is said by the lock. */
const passphrase = z.string().max(maxPassphrase)
const newPassphrase = z.string().min(minPassphrase).max(maxPassphrase)
const typedCode = z.string().max(100)

export const encryptionRequests = {
  'lock.read': nothing,
  'lock.prepare': z.strictObject({ passphrase: newPassphrase }),
  'lock.turnOn': z.strictObject({ code: typedCode }),
  'lock.turnOff': z.strictObject({ passphrase }),
  'lock.changePassphrase': z.strictObject({ old: passphrase, next: newPassphrase }),
  'lock.newCode': z.strictObject({ passphrase }),
  'lock.keepCode': z.strictObject({ code: typedCode }),
  'lock.lockNow': nothing,
  'lock.unlock': z.strictObject({ passphrase }),
  'lock.recover': z.strictObject({ code: typedCode, passphrase: newPassphrase }),
  /** In this computer's keychain, which may not answer soon. */
  'lock.canKeepKey': nothing,
  'lock.keepKey': z.strictObject({ passphrase }),
  'lock.forgetKey': nothing,
  /** With the key from there. */
  'lock.unlockHere': nothing,
  /** What another lock sealed, by a passphrase or the recovery code of that one. */
  'lock.openWaiting': z.strictObject({ typed: passphrase }),
  /** Sealed files of before are brought into the present form, where that was refused. */
  'lock.migrate': nothing,
  /** After another device turned the lock on or off: the journal as its files are now. */
  'lock.reopen': nothing,
  /** The lock that is gone was taken away on purpose. */
  'lock.acceptGone': nothing,
  /** What is sealed on this device to a lock that the journal had before. */
  'lock.openFormer': z.strictObject({ passphrase }),
}

export interface EncryptionAnswers {
  'lock.read': LockState
  'lock.prepare': { readonly code: string }
  /** How many files could not be taken away unsealed. */
  'lock.turnOn': { readonly left: number }
  'lock.turnOff': null
  'lock.changePassphrase': null
  'lock.newCode': { readonly code: string }
  'lock.keepCode': null
  'lock.lockNow': null
  'lock.unlock': null
  'lock.recover': null
  'lock.canKeepKey': boolean
  'lock.keepKey': null
  'lock.forgetKey': null
  'lock.unlockHere': null
  /** In files; what is left is what the disk did not take. */
  'lock.openWaiting': { readonly opened: number; readonly left: number }
  'lock.migrate': null
  'lock.reopen': null
  'lock.acceptGone': null
  'lock.openFormer': null
}

export interface EncryptionEvents {
  /** How far a lock that is being turned on or off has come, or sealed files that get their present form; in files. */
  lockProgressed: { readonly done: number; readonly total: number }
}

export interface LockState {
  readonly isOn: boolean
  /** The key is not known here. */
  readonly isLocked: boolean
  /** This computer's keychain has a copy of the key. */
  readonly isKept: boolean
  /** It is another one than this device knows of this journal. */
  readonly isOther: boolean
}
