/** Prints what `openStandardInput` reads on a platform, whose `process.stdin` is at its end where Electron's is. */
import { Readable } from 'node:stream'
import { openStandardInput } from '../../../src/main/cli/standardInput'

const platform = process.argv[2] === 'win32' ? 'win32' : 'linux'
if (platform === 'win32') Object.defineProperty(process, 'stdin', { get: () => Readable.from([]) })
const input = openStandardInput(true, '', platform)
process.stdout.write(JSON.stringify([await input.passphrase(), await input.text()]))
