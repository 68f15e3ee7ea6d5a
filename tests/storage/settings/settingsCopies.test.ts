/** Second settings that sync programs leave: what only they changed comes into ours, ours stay where both were changed, and they are kept. */
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Notice } from '#shared/contract/health'
import { defaultSettings } from '#shared/domain/settings/settings'
import { openJournal } from '../../../src/main/storage/journal/openJournal'
import { namings } from '../copyPlace'
import { freshFolder } from '../freshFolder'
import { setClock } from '../sampleClock'

async function open(folder: string) {
  const journal = await openJournal({ folder, clock: setClock(), knownBefore: false })
  const notices: Notice[] = []
  journal.entries.onNotice((notice) => notices.push(notice))
  return { ...journal, notices }
}

const list = async (...names: string[]) => (await readdir(join(...names)).catch(() => [])).sort()

const read = async (path: string) => JSON.parse(await readFile(path, 'utf8')) as unknown
const stored = (folder: string) => read(join(folder, 'settings.json'))
const kept = async (folder: string) =>
  Promise.all((await list(folder, 'versions/settings')).map((name) => read(join(folder, 'versions/settings', name))))

describe.each(namings)('second settings named …%s.json', (rest) => {
  const name = `settings${rest}.json`
  const theirs = { ...defaultSettings, theme: 'dark', manager: 'Ines', fromTheFuture: [1] }
  const both = { ...theirs, textSize: 'large' }

  async function placed(copy: object | string, hasOurs = true) {
    const folder = await freshFolder()
    const first = await open(folder)
    if (hasOurs) await first.settings.save({ ...defaultSettings, textSize: 'large' })
    await first.close()
    await writeFile(join(folder, name), typeof copy === 'string' ? copy : JSON.stringify(copy))
    return folder
  }

  test('go to the versions, and what only they changed comes into ours', async () => {
    const folder = await placed(theirs)
    const { settings, notices, close } = await open(folder)
    expect(settings.value).toEqual(both)
    expect(notices).toEqual([])
    await close()
    expect(await stored(folder)).toEqual({ ...both, revision: 2 })
    expect(await list(folder)).not.toContain(name)
    expect(await kept(folder)).toContainEqual(theirs)
  })

  test('go to the versions with a notice where both were changed, and ours stay', async () => {
    const folder = await placed({ ...theirs, textSize: 'small' })
    const { settings, notices, close } = await open(folder)
    expect(settings.value).toEqual(both)
    expect(notices).toEqual([{ kind: 'superseded', file: name, day: null, restored: false }])
    await close()
    expect(await kept(folder)).toContainEqual({ ...theirs, textSize: 'small' })
    const again = await open(folder)
    expect(again.notices).toEqual([])
    await again.close()
  })

  test('are measured against what both began from, not against the defaults', async () => {
    const folder = await freshFolder()
    const began = { ...defaultSettings, theme: 'dark', manager: 'Ines', dayEnds: '03:00' } as const
    const first = await open(folder)
    await first.settings.change(() => began)
    await first.close()
    const second = await open(folder)
    await second.settings.change((value) => ({ ...value, theme: 'system' }))
    await second.close()
    await writeFile(join(folder, name), JSON.stringify({ ...began, manager: null }))
    const { settings, notices, close } = await open(folder)
    expect(settings.value).toEqual({ ...began, theme: 'system', manager: null })
    expect(notices).toEqual([])
    await close()
  })

  test('come into ours while the journal is open', async () => {
    const folder = await placed({ ...defaultSettings, textSize: 'large' })
    const { settings, close } = await open(folder)
    expect(await settings.lookAgain()).toBe(false)
    await writeFile(join(folder, name), JSON.stringify(theirs))
    expect(await settings.lookAgain()).toBe(true)
    expect(settings.value).toEqual(both)
    await close()
  })

  test('that say the same go without a word; what is no settings stays', async () => {
    const same = await placed({ ...defaultSettings, textSize: 'large' })
    const strange = await placed('{"schema":1,"mine":true}')
    for (const [folder, isThere] of [
      [same, false],
      [strange, true],
    ] as const) {
      const { notices, close } = await open(folder)
      expect(notices).toEqual([])
      await close()
      expect((await list(folder)).includes(name)).toBe(isThere)
    }
  })

  test('are the settings where there are none of our own', async () => {
    const folder = await placed(theirs, false)
    // Kept when it was changed: what it is measured against then is itself.
    await mkdir(join(folder, 'versions/settings'), { recursive: true })
    await writeFile(join(folder, 'versions/settings/20260302T080000000Z-00000000.json'), JSON.stringify(theirs))
    const { settings, notices, close } = await open(folder)
    expect(settings.value).toEqual(theirs)
    expect(notices).toEqual([])
    await close()
    expect(await stored(folder)).toEqual({ ...theirs, revision: 1 })
    expect(await list(folder)).not.toContain(name)
    expect(await kept(folder)).toContainEqual(theirs)
  })
})

// A sync program takes the same bytes with another time for a change, and Syncthing then drops one that was made meanwhile on the other side.
test('a change that changes nothing is not written', async () => {
  const folder = await freshFolder()
  const { settings, close } = await open(folder)
  const look = async () => (await stat(join(folder, 'settings.json'))).ino
  await settings.change((value) => ({ ...value, manager: 'Ines' }))
  const before = await look()
  await settings.change((value) => ({ ...value, manager: 'Ines' }))
  expect(await look()).toBe(before)
  await settings.change((value) => ({ ...value, manager: 'Mara' }))
  expect(await look()).not.toBe(before)
  await close()
})
