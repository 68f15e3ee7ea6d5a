import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { unpackedAsar } from './asar'
import { parseCommandLine } from './commandLine'

/** How this process was started, noted before the app or Playwright's loader can change `process.argv`. */
export const launch = (() => {
  const [, , ...args] = process.argv
  const executable = process.env.THROUGHLINE_STANDIN_EXECUTABLE ?? process.execPath
  delete process.env.THROUGHLINE_STANDIN_EXECUTABLE
  const resources = join(__dirname, 'resources')
  const archive = join(resources, 'app.asar')
  const isPackaged = existsSync(archive)
  const read = isPackaged ? ofPackage(args, unpackedAsar(archive)) : parseCommandLine(args)
  return {
    ...read,
    args,
    argv: [executable, ...args],
    executable,
    workingDirectory: process.cwd(),
    resources,
    isPackaged,
  }
})()

/** All arguments of a package are its app's: only the launcher of a bare Electron has options of its own. */
function ofPackage(args: readonly string[], appPath: string): ReturnType<typeof parseCommandLine> {
  return { ...parseCommandLine(args), appPath, version: false, modules: [] }
}
