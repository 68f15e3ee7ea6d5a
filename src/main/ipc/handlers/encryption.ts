import type { EncryptionAnswers } from '#shared/contract/encryption'
import type { Lock } from '../../services/encryption/lock'
import type { HandlersOf } from '../serve'

export function encryptionHandlers({ lock }: { readonly lock: Lock }): HandlersOf<keyof EncryptionAnswers> {
  return {
    'lock.read': () => lock.read(),
    'lock.prepare': ({ passphrase }) => lock.prepare(passphrase),
    'lock.turnOn': ({ code }) => lock.turnOn(code),
    'lock.turnOff': ({ passphrase }) => lock.turnOff(passphrase),
    'lock.changePassphrase': ({ old, next }) => lock.changePassphrase(old, next),
    'lock.newCode': ({ passphrase }) => lock.newCode(passphrase),
    'lock.keepCode': ({ code }) => lock.keepCode(code),
    'lock.lockNow': () => lock.lockNow(),
    'lock.unlock': ({ passphrase }) => lock.unlock(passphrase),
    'lock.recover': ({ code, passphrase }) => lock.recover(code, passphrase),
    'lock.canKeepKey': () => lock.canKeepKey(),
    'lock.keepKey': ({ passphrase }) => lock.keepKey(passphrase),
    'lock.forgetKey': () => lock.forgetKey(),
    'lock.unlockHere': () => lock.unlockHere(),
    'lock.openWaiting': ({ typed }) => lock.openWaiting(typed),
    'lock.migrate': () => lock.migrate(),
    'lock.reopen': () => lock.reopen(),
    'lock.acceptGone': () => lock.acceptGone(),
    'lock.openFormer': ({ passphrase }) => lock.openFormer(passphrase),
  }
}
