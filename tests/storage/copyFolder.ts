/** A real folder with an entry and copies beside it, and ways to look at it. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Notice } from '#shared/contract/health'
import type { Entry } from '#shared/domain/entry/entry'
import { openJournal } from '../../src/main/storage/journal/openJournal'
import { begun, ours } from './copyPlace'
import { freshFolder } from './freshFolder'
import { setClock } from './sampleClock'

const { id } = begun
export const own = `2026-03-02-${id}.json`
export const named = (rest: string) => `2026-03-02-${id}${rest}.json`

export async function open(folder: string) {
  const journal = await openJournal({ folder, clock: setClock('2026-03-02T12:00:00Z'), knownBefore: false })
  const notices: Notice[] = []
  journal.entries.onNotice((notice) => notices.push(notice))
  return { ...journal, notices }
}

export async function put(folder: string, name: string, content: object | string): Promise<void> {
  const path = join(folder, 'entries', name.slice(0, 4), name)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content))
}

/** An entry of two revisions, and copies beside it. */
export async function place(copies: Readonly<Record<string, object | string>>): Promise<string> {
  const folder = await freshFolder()
  const { entries, close } = await open(folder)
  await entries.save(begun, 0)
  await entries.save(ours, 1)
  await close()
  for (const [name, content] of Object.entries(copies)) await put(folder, name, content)
  return folder
}

export const list = async (...names: string[]) => (await readdir(join(...names)).catch(() => [])).sort()

export async function kept(folder: string, of = id): Promise<(string | undefined)[]> {
  const names = await list(folder, 'versions', of)
  const entries = await Promise.all(
    names.map(async (name) => JSON.parse(await readFile(join(folder, 'versions', of, name), 'utf8')) as Entry),
  )
  return entries.map(({ sections }) => sections[0]?.text).sort()
}
