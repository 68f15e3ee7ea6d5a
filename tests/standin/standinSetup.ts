import { ensureChromium } from '../../scripts/runtime/chromium'
import { installPackages } from '../../scripts/runtime/systemPackages'
import { buildStandin } from './build'
import { missingPackages } from './virtualDesktop'

/** Builds the stand-in, finds its Chromium and what shows windows before the first test, so that no two tests do; the workers inherit the environment. */
export async function setup(): Promise<void> {
  // Its tests are left out then, and its Chromium need not be there.
  if (process.env.THROUGHLINE_RUNTIME === 'electron') return
  process.env.CHROMIUM_PATH = ensureChromium()
  const missing = missingPackages()
  if (missing.length > 0) installPackages(...missing)
  process.env.ELECTRON_OVERRIDE_DIST_PATH = await buildStandin()
}
