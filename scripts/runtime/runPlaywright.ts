import { join } from 'node:path'
import { chooseProvedRuntime } from './chooseProvedRuntime'
import { repository } from './repository'
import { runOnRuntime } from './runOnRuntime'

/** Runs Playwright with one of the project's configurations. Resolves with its exit code. */
export function runPlaywright(config: string, args: readonly string[]): Promise<number> {
  chooseProvedRuntime()
  const playwright = join(repository, 'node_modules/@playwright/test/cli.js')
  return runOnRuntime([playwright, 'test', '-c', join(repository, config), ...args])
}
