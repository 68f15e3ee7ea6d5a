/** A journal's place on the real disk, gone after the test. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

export async function freshFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'throughline-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return join(folder, 'journal')
}
