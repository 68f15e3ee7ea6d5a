import { parseCommandLine } from './commandLine'

/** How this process was started, noted before the app or Playwright's loader can change `process.argv`. */
export const launch = (() => {
  const [, , ...args] = process.argv
  const executable = process.env.THROUGHLINE_STANDIN_EXECUTABLE ?? process.execPath
  delete process.env.THROUGHLINE_STANDIN_EXECUTABLE
  return { ...parseCommandLine(args), args, argv: [executable, ...args], executable, workingDirectory: process.cwd() }
})()
