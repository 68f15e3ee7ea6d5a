import type { Session as ElectronSession } from 'electron'
import type { Faithful } from './faithful'
import { permissionHandlers } from './permissions'
import { preventable } from './preventable'
import { protocol } from './protocol'
import { record } from './records'
import { StrictEmitter, strict } from './strict'
import { WebRequest } from './webRequest'

/** Electron's `session.defaultSession`, the only one here. */
class Session extends StrictEmitter {
  readonly protocol = protocol as unknown as ElectronSession['protocol']
  readonly webRequest = strict('webRequest', new WebRequest()) as unknown as ElectronSession['webRequest']
  #spellChecker = true
  #languages: readonly string[] = ['en-US']

  constructor() {
    super(['will-download', 'spellcheck-dictionary-download-failure', 'spellcheck-dictionary-download-begin'])
    // Also where no page is checked; after this turn it is too late to say no: https://github.com/electron/electron/issues/22995
    if (process.platform !== 'darwin') setImmediate(() => this.#fetchDictionaries())
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

  setSpellCheckerLanguages(languages: string[]): void {
    if (process.platform === 'darwin') return
    this.#languages = languages
    this.#spellChecker = languages.length > 0
    this.#fetchDictionaries()
  }

  async clearCache(): Promise<void> {}

  #fetchDictionaries(): void {
    for (const language of this.#languages) {
      record('session', 'fetchDictionary', language)
      this.emit('spellcheck-dictionary-download-begin', preventable({}), language)
    }
  }
}

let first: Session | null = null

export const session = strict('session', {
  /** Made when it is first asked for. */
  get defaultSession(): ElectronSession {
    first ??= new Session()
    return first as unknown as ElectronSession
  },
})

true satisfies Faithful<Session, ElectronSession>
