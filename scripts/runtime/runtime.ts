import { buildStandin, standinFolder } from '../../tests/standin/build'
import { installedElectron } from './electronBinary'
import { fetchElectron } from './fetchElectron'

/** What the app runs on here. */
export interface Runtime {
  readonly kind: 'electron' | 'stand-in'
  /** Folder to name in `ELECTRON_OVERRIDE_DIST_PATH`; null when Electron's own package finds it. */
  readonly folder: string | null
  readonly executable: string
  readonly version: string
}

/**
 * Finds Electron, or fetches it once, or else builds the stand-in. `THROUGHLINE_RUNTIME` (`electron` or `standin`) leaves no choice.
 *
 * @param retry whether to try again although a fetch was refused a short while ago
 */
export async function findRuntime({ retry = false } = {}): Promise<Runtime> {
  const forced = process.env.THROUGHLINE_RUNTIME
  if (forced !== undefined && forced !== 'electron' && forced !== 'standin') {
    throw new Error(`THROUGHLINE_RUNTIME is "${forced}"; it may be "electron" or "standin".`)
  }
  if (forced !== 'standin') {
    const tries = { retry: retry || forced === 'electron' }
    const electron = installedElectron() ?? ((await fetchElectron(tries)) ? installedElectron() : null)
    if (electron) return electron
    if (forced === 'electron')
      throw new Error(
        "Electron's binary is not installed and could not be fetched; ELECTRON_OVERRIDE_DIST_PATH may name a folder that holds one.",
      )
  }
  return standin()
}

export async function standin(): Promise<Runtime> {
  const folder = await buildStandin()
  return { kind: 'stand-in', folder, executable: `${standinFolder}/electron`, version: '' }
}
