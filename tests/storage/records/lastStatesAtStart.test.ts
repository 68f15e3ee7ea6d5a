/** What this device saved last is not in the way of the first page: it is neither read nor sealed while the journal opens, and what lies there is not parsed. */
import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { nodeFiles } from '../../../src/main/disk/nodeFiles'
import { createJournalEncryption } from '../../../src/main/storage/encryption/journalEncryption'
import { openJournal } from '../../../src/main/storage/journal/openJournal'
import { kinds } from '../../../src/main/storage/kinds/kinds'
import { freshFolder } from '../freshFolder'
import { madeUpKind } from '../kinds/madeUpKind'
import { encounter, madeUpLog } from '../kinds/madeUpLog'
import { sampleEntry, sampleId } from '../sample'
import { setClock } from '../sampleClock'
import { passphrase, quickCost } from '../sealed'
import { wrappedFiles } from '../wrappedFiles'

test('with a lock they are sealed after the journal is open, and all of them at the latest when it is closed', async () => {
  const [folder, states, clock] = [await freshFolder(), await freshFolder(), setClock()]
  const plain = await openJournal({ folder, states, clock, device: 'aa', knownBefore: false })
  for (const number of [1, 2]) await plain.entries.save(sampleEntry({ id: sampleId(number), title: 'Zaunkönig' }), 0)
  await plain.close()
  const encryption = createJournalEncryption({ folder: () => folder, clock, cost: quickCost })
  await (await encryption.prepare(passphrase)).turnOn(() => undefined)
  const read: string[] = []
  const files = wrappedFiles(nodeFiles, (name, path) => {
    if (name === 'read' && path.startsWith(states)) read.push(basename(path))
    return undefined
  })
  const options = { folder, states, clock, files, device: 'aa', knownBefore: true, vault: encryption.vault() }
  const journal = await openJournal(options)
  expect(read.filter((name) => name.startsWith('entry-'))).toEqual([])
  const home = join(states, journal.id)
  const plainOnes = async () => {
    const texts = await Promise.all((await readdir(home)).map((name) => readFile(join(home, name), 'latin1')))
    return texts.filter((text) => !text.startsWith('TLSEALED')).length
  }
  expect(await plainOnes()).toBe(2)
  expect(await journal.lookAtLastStates()).toEqual([])
  expect(await plainOnes()).toBe(0)
  await journal.close()
})

test('what lies in the journal byte for byte is not parsed', async () => {
  let parsed = 0
  const counting = <F extends object>(format: F) =>
    new Proxy(format, {
      get(of, field, self) {
        if (field === 'schema') parsed += 1
        return Reflect.get(of, field, self)
      },
    })
  const [page, log] = [madeUpKind(true), madeUpLog]
  const counted = [
    { ...page, format: counting(page.format) },
    { ...log, format: counting(log.format) },
  ] as const
  const [folder, states] = [await freshFolder(), await freshFolder()]
  const open = () =>
    openJournal({
      folder,
      states,
      clock: setClock(),
      device: 'aa',
      knownBefore: false,
      kinds: [...kinds, ...counted],
    })
  const { created, updated, day } = sampleEntry()
  const begun = await open()
  const keepsake = { schema: 1, revision: 1, created, updated, day, name: 'a', notes: [] } as const
  for (const number of [1, 2]) await begun.records(counted[0]).save({ ...keepsake, id: sampleId(number), notes: [] }, 0)
  await begun.logs(counted[1]).add(encounter(sampleId(3), 'Dana', day))
  await begun.close()
  const journal = await open()
  parsed = 0
  expect(await journal.lookAtLastStates()).toEqual([])
  expect(parsed).toBe(0)
  await journal.close()
})
