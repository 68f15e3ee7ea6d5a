import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { AfterPackContext } from 'electron-builder'
import { fuses } from './fuses'
import { binaryOf, launcher } from './launcher'

/** electron-builder's hook for a folder that is complete: sets the fuses, and puts the launcher in front of the binary on Linux. */
export async function afterPack(context: AfterPackContext): Promise<void> {
  const { packager, appOutDir } = context
  // Not by `electronFuses` of the configuration: that comes after this, and would look for them in the launcher.
  await packager.addElectronFuses(context, fuses)
  if (context.electronPlatformName !== 'linux') return
  const executable = 'throughline'
  await rename(join(appOutDir, executable), join(appOutDir, binaryOf(executable)))
  await writeFile(join(appOutDir, executable), launcher(executable), { mode: 0o755 })
}
