/** The version and the licences of what is inside, written beside the page when it was built. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { app } from 'electron'
import type { About } from '#shared/contract/app'

export async function readAbout(): Promise<About> {
  const text = await readFile(join(__dirname, '../licences.json'), 'utf8').catch(() => '[]')
  // Written by the build from the packages' own files.
  return { version: app.getVersion(), licences: JSON.parse(text) as About['licences'] }
}
