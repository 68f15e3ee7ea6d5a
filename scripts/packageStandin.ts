import { appendFileSync, cpSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { buildStandin } from '../tests/standin/build'

/** Before the fuses in every binary of Electron. https://www.electronjs.org/docs/latest/tutorial/fuses */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
/** Version 1, eight fuses, each as Electron comes: what is a risk is on. */
const wire = Buffer.concat([Buffer.from([1, 8]), Buffer.from('10110001')])

/**
 * Makes `folder` what electron-builder takes for Electron's own, from the stand-in: packaging can then be tried where Electron's
 * binary can't be fetched. Its launcher is a script, so the fuses stand behind its last command, where no shell ever reads.
 */
export async function packageStandin(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  cpSync(await buildStandin(), folder, { recursive: true })
  appendFileSync(
    join(folder, 'electron'),
    Buffer.concat([Buffer.from(`\nexit\n# ${sentinel}`), wire, Buffer.from('\n')]),
  )
}
