import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packageBuilder } from './packageBuilder'
import { packageStandin } from './packageStandin'
import { ensureBuilt } from './runtime/build'
import { repository } from './runtime/repository'
import { runChild } from './runtime/runChild'
import { runMain } from './runtime/runMain'
import { findRuntime } from './runtime/runtime'

/** `npm run package -- <electron-builder's arguments>`: the app's packages for this system, in `dist/`. */
async function main(args: readonly string[]): Promise<number> {
  if (!(await ensureBuilt())) return 1
  const runtime = await findRuntime({ retry: true })
  if (runtime.kind === 'electron') return build(args)
  process.stderr.write(
    "Electron's binary can't be fetched here: only a folder is packaged, on the stand-in, to try the packaging; it is not for use.\n",
  )
  const electron = mkdtempSync(join(tmpdir(), 'throughline-package-'))
  try {
    await packageStandin(electron)
    return await build(['--linux', '--dir', `-c.electronDist=${electron}`, ...args])
  } finally {
    rmSync(electron, { recursive: true, force: true })
  }
}

function build(args: readonly string[]): Promise<number> {
  const [command, given] = packageBuilder(args)
  return runChild(command, given, { cwd: repository })
}

runMain(main)
