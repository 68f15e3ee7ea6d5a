import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { repository } from './runtime/repository'

/** The command that runs electron-builder with the app's configuration on what is in `out/`. It never publishes. */
export function packageBuilder(args: readonly string[]): [string, string[]] {
  const builder = join(repository, 'node_modules/electron-builder/cli.js')
  const configuration = join(repository, 'resources/electron-builder.yml')
  // Its hooks are TypeScript.
  const tsx = pathToFileURL(join(repository, 'node_modules/tsx/dist/loader.mjs')).href
  return [process.execPath, ['--import', tsx, builder, '--config', configuration, '--publish', 'never', ...args]]
}
