/** A `gdbus` of the test's own before the system's in the PATH: what the session bus says, without one. */
import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'

export type BusSays =
  /** A notification service that answers. */
  | 'answers'
  /** A service that has the name and says nothing. */
  | 'hangs'
  | 'nobody'

/** The environment in which the app asks it. Elsewhere than on Linux nobody asks the bus. */
export async function fakeBus(folder: string, says: BusSays): Promise<Record<string, string>> {
  const script = {
    answers: `echo '(true,)'`,
    hangs: `case "$*" in *NameHasOwner*) echo '(true,)' ;; *) exec sleep 600 ;; esac`,
    nobody: `echo '(false,)'`,
  }[says]
  const bin = join(folder, 'bin')
  await mkdir(bin, { recursive: true })
  await writeFile(join(bin, 'gdbus'), `#!/bin/sh\n${script}\n`)
  await chmod(join(bin, 'gdbus'), 0o755)
  return { PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` }
}
