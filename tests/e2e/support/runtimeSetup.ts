import { chooseProvedRuntime } from '../../../scripts/runtime/chooseProvedRuntime'
import { ensureChromium, ensureHeadlessShell } from '../../../scripts/runtime/chromium'
import { findRuntime } from '../../../scripts/runtime/runtime'
import { quick } from '../../effort'

/** Finds what the app is to run on, before the first test; the workers inherit the environment. */
export default async function runtimeSetup(): Promise<void> {
  chooseProvedRuntime()
  const runtime = await findRuntime()
  if (runtime.kind === 'stand-in') process.env.CHROMIUM_PATH = quick ? ensureHeadlessShell() : ensureChromium()
  if (runtime.folder) process.env.ELECTRON_OVERRIDE_DIST_PATH = runtime.folder
}
