/** Second settings that sync programs leave: ours stay, the others are kept. */
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { defaultSettings } from '#shared/domain/settings/settings'
import type { StoreNotice } from '../../../src/main/services/ports/recordStore'
import { openJournal } from '../../../src/main/storage/journal/openJournal'
import { namings } from '../copyPlace'
import { freshFolder } from '../freshFolder'
import { setClock } from '../sampleClock'

async function open(folder: string) {
  const journal = await openJournal({ folder, clock: setClock(), knownBefore: false })
  const notices: StoreNotice[] = []
  journal.entries.onNotice((notice) => notices.push(notice))
  return { ...journal, notices }
}

const list = async (...names: string[]) => (await readdir(join(...names)).catch(() => [])).sort()

describe.each(namings)('second settings named …%s.json', (rest) => {
  const name = `settings${rest}.json`
  const theirs = { ...defaultSettings, theme: 'dark', manager: 'Ines' }

  async function placed(copy: object | string, hasOurs = true) {
    const folder = await freshFolder()
    const first = await open(folder)
    if (hasOurs) await first.settings.save({ ...defaultSettings, textSize: 'large' })
    await first.close()
    await writeFile(join(folder, name), typeof copy === 'string' ? copy : JSON.stringify(copy))
    return folder
  }

  test('go to the versions, and ours stay', async () => {
    const folder = await placed(theirs)
    const { settings, notices, close } = await open(folder)
    expect(settings.value.textSize).toBe('large')
    expect(notices).toEqual([{ kind: 'superseded', file: name, day: null, restored: false }])
    await close()
    expect(await list(folder)).not.toContain(name)
    const [kept] = await list(folder, 'versions/settings')
    expect(JSON.parse(await readFile(join(folder, 'versions/settings', kept ?? ''), 'utf8'))).toEqual(theirs)
    const again = await open(folder)
    expect(again.notices).toEqual([])
    await again.close()
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

  test('stay while there are none of our own', async () => {
    const folder = await placed(theirs, false)
    await (await open(folder)).close()
    expect(await list(folder)).toContain(name)
  })
})
