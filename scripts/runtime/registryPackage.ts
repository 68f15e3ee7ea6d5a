import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { cacheFolder } from './repository'
import { runChild } from './runChild'

/** The folder of a package that only one command needs: put from the registry into the cache, beside the project's own, without its install script. */
export async function registryPackage(name: string, version: string): Promise<string> {
  const home = join(cacheFolder, `throughline-${name}-${version}`)
  const folder = join(home, 'node_modules', name)
  if (existsSync(folder)) return folder
  const quietly = ['--no-save', '--no-package-lock', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const args = ['install', ...quietly, '--prefix', home, `${name}@${version}`]
  if ((await runChild(npm, args, { shell: process.platform === 'win32' })) !== 0)
    throw new Error(`${name}@${version} could not be had from the registry.`)
  return folder
}
