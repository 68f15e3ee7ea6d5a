import { ensureChromium } from '../../scripts/runtime/chromium'
import { buildStandin } from './build'

/** Builds the stand-in and finds its Chromium before the first test, so that no two tests do; the workers inherit the environment. */
export async function setup(): Promise<void> {
  process.env.CHROMIUM_PATH = ensureChromium()
  process.env.ELECTRON_OVERRIDE_DIST_PATH = await buildStandin()
}
