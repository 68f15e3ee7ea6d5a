import { chromiumVersion, ensureChromium } from './chromium'
import type { Runtime } from './runtime'

/** For a person: a result on the stand-in is not a result on Electron. */
export function runtimeName(runtime: Runtime): string {
  return runtime.kind === 'electron'
    ? `Electron ${runtime.version}`
    : `stand-in (Chromium ${chromiumVersion(ensureChromium())})`
}
