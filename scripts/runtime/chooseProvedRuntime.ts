/**
 * Journeys run on the runtime that has proved them, also where Electron is there: on the stand-in, until docs/PLATFORMS.md records a whole
 * green run on Electron. Windows has Electron alone: the stand-in is started by a shell script. `THROUGHLINE_RUNTIME` says otherwise.
 */
export function chooseProvedRuntime(): void {
  process.env.THROUGHLINE_RUNTIME ??= process.platform === 'win32' ? 'electron' : 'standin'
}
