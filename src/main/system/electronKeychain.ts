/** This computer's keychain through Electron. */
import { safeStorage } from 'electron'
import { createKeychain } from './createKeychain'

export const electronKeychain = createKeychain(safeStorage, process.platform)
