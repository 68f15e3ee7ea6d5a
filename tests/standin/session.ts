import type { Session as ElectronSession } from 'electron'
import type { Faithful } from './faithful'
import { permissionHandlers } from './permissions'
import { protocol } from './protocol'
import { StrictEmitter, strict } from './strict'
import { WebRequest } from './webRequest'

/** Electron's `session.defaultSession`, the only one here. */
class Session extends StrictEmitter {
  readonly protocol = protocol as unknown as ElectronSession['protocol']
  readonly webRequest = strict('webRequest', new WebRequest()) as unknown as ElectronSession['webRequest']
  #spellChecker = true

  constructor() {
    super(['will-download', 'spellcheck-dictionary-download-failure', 'spellcheck-dictionary-download-begin'])
  }

  setPermissionRequestHandler(handler: Parameters<ElectronSession['setPermissionRequestHandler']>[0]): void {
    permissionHandlers.request = handler
  }

  setPermissionCheckHandler(handler: Parameters<ElectronSession['setPermissionCheckHandler']>[0]): void {
    permissionHandlers.check = handler
  }

  /** Devices are never offered here, so that there is nothing to decide. */
  setDevicePermissionHandler(_handler: Parameters<ElectronSession['setDevicePermissionHandler']>[0]): void {}

  setSpellCheckerEnabled(enable: boolean): void {
    this.#spellChecker = enable
  }

  isSpellCheckerEnabled(): boolean {
    return this.#spellChecker
  }

  setSpellCheckerLanguages(_languages: string[]): void {}

  async clearCache(): Promise<void> {}
}

const defaultSession = new Session()

export const session = strict('session', { defaultSession: defaultSession as unknown as ElectronSession })

true satisfies Faithful<Session, ElectronSession>
