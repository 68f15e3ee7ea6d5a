/** Settings that another device changes in their place: a change here is put on what is there, and what is there is seen. */
import { writeFileSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { defaultSettings, type Settings } from '#shared/domain/settings/settings'
import type { Files } from '../../../src/main/disk/files'
import { nodeFiles } from '../../../src/main/disk/nodeFiles'
import { openJournal } from '../../../src/main/storage/journal/openJournal'
import { freshFolder } from '../freshFolder'
import { setClock } from '../sampleClock'
import { wrappedFiles } from '../wrappedFiles'

const ours: Settings = { ...defaultSettings, manager: 'Ines' }
const theirs: Settings = {
  ...ours,
  manager: 'Noor',
  dayEnds: '03:00',
  savedSearches: [{ name: 'Wins', query: 'kind:win' }],
}

async function opened(files: Files = nodeFiles) {
  const folder = await freshFolder()
  const journal = await openJournal({ folder, clock: setClock(), knownBefore: false, files })
  await journal.settings.change(() => ours)
  const path = join(folder, 'settings.json')
  const stored = async () => JSON.parse(await readFile(path, 'utf8')) as unknown
  return { ...journal, folder, stored, write: (text: string) => writeFile(path, text) }
}

test('a change leaves what another device changed', async () => {
  const { settings, stored, write, close } = await opened()
  await write(JSON.stringify(theirs))
  await settings.change((value) => ({ ...value, theme: 'dark' }))
  expect(settings.value).toEqual({ ...theirs, theme: 'dark' })
  expect(await stored()).toEqual({ ...theirs, theme: 'dark', revision: 1 })
  await close()
})

test('also what it changed while the new file was being written', async () => {
  let path: string | null = null
  const files = wrappedFiles(nodeFiles, (call) => {
    // The file is there to be renamed; the look before it comes next.
    if (call !== 'close' || path === null) return undefined
    writeFileSync(path, JSON.stringify(theirs))
    path = null
    return undefined
  })
  const { settings, folder, stored, close } = await opened(files)
  path = join(folder, 'settings.json')
  await settings.change((value) => ({ ...value, theme: 'dark' }))
  expect(await stored()).toEqual({ ...theirs, theme: 'dark', revision: 1 })
  await close()
})

test('a look tells what another device changed, once, and nothing of half a file', async () => {
  const { settings, folder, write, close } = await opened()
  expect(await settings.lookAgain()).toBe(false)
  await write(JSON.stringify(theirs).slice(0, 50))
  expect(await settings.lookAgain()).toBe(false)
  expect(settings.value).toEqual(ours)
  await write(JSON.stringify(theirs))
  expect(await settings.lookAgain()).toBe(true)
  expect(settings.value).toEqual(theirs)
  expect(await settings.lookAgain()).toBe(false)
  await close()
  expect(await readdir(folder)).not.toContain('quarantine')
})

test('settings that are gone are written anew with the change', async () => {
  const { settings, folder, stored, close } = await opened()
  await nodeFiles.remove(join(folder, 'settings.json'))
  await settings.change((value) => ({ ...value, theme: 'dark' }))
  expect(await stored()).toEqual({ ...ours, theme: 'dark', revision: 2 })
  await close()
})
