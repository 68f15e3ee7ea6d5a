/** A profile of its own with a corpus as its journal, and the app started on it. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { addDays } from '#shared/domain/day'
import { corpusOf } from '../corpus/corpus'
import { lastDay } from '../corpus/corpusEntry'
import { linkedCopy } from '../corpus/linkedCopy'
import type { Bench } from '../measure'
import { BenchApp } from './benchApp'
import { buildStarter } from './builtFolders'

/** The morning after the corpus ends. */
const startsAt = `${addDays(lastDay, 1)}T08:00:00Z`

export interface Profile {
  readonly folder: string
  launch(...args: string[]): Promise<BenchApp>
}

/** The app was open on it before, and ended once it knew every entry: what it keeps from one start to the next is there. */
export async function profileOf(bench: Bench, size: number, name: string): Promise<Profile> {
  const profile = await freshProfile(bench, size, name)
  const app = await profile.launch()
  const page = await app.page()
  await app.mark(page, 'editable')
  await app.filled(page)
  await app.close()
  return profile
}

/** Never opened before. */
export async function freshProfile(bench: Bench, size: number, name: string): Promise<Profile> {
  const folder = bench.scratch(`${name}-${size}`)
  linkedCopy(corpusOf(size).folder, join(folder, 'journal'))
  const starter = bench.scratch('starter')
  if (!existsSync(join(starter, 'package.json'))) await buildStarter(starter, startsAt)
  return { folder, launch: (...args) => BenchApp.launch(starter, [`--user-data-dir=${folder}`, ...args]) }
}
