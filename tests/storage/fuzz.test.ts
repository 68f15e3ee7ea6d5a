/** Changes bytes of stored files: what was not touched stays readable, what was is still an entry or lies byte for byte in the quarantine. */
import { isDeepStrictEqual } from 'node:util'
import { expect, test } from 'vitest'
import type { Entry } from '#shared/domain/entry/entry'
import type { Files } from '../../src/main/disk/files'
import { openJournal } from '../../src/main/storage/journal/openJournal'
import { figure, randomFrom, runs, seed } from '../effort'
import { collected, madeUpProcesses, nextOf, sampleEntry, sampleId } from './sample'
import { setClock } from './sampleClock'
import { SimulatedDisk } from './simulatedDisk'
import { wrappedFiles } from './wrappedFiles'

const originals = Array.from({ length: 6 }, (_, at) => sampleEntry({ id: sampleId(at), day: `2026-0${at + 1}-11` }))

function options(files: Files) {
  return { folder: '/journal', files, clock: setClock(), knownBefore: true, processes: madeUpProcesses().start() }
}

async function written(): Promise<{ disk: SimulatedDisk; entries: Entry[] }> {
  const disk = new SimulatedDisk()
  const clock = setClock()
  const journal = await openJournal({ ...options(disk), knownBefore: false, clock })
  for (const entry of originals) await journal.entries.save(entry, 0)
  clock.advance({ hours: 1 })
  const entries = originals.map((entry, at) => (at % 2 === 0 ? entry : nextOf(entry, 'Später – naïve “words” 日記')))
  for (const entry of entries) if (entry.revision > 1) await journal.entries.save(entry, 1)
  await journal.close()
  return { disk, entries }
}

function mutated(bytes: Uint8Array, random: () => number): Uint8Array {
  const at = () => Math.floor(random() * bytes.length)
  const [from, to] = [at(), at()].sort((a, b) => a - b) as [number, number] // Two numbers, sorted, are two numbers.
  const other = Buffer.from(bytes)
  const kind = Math.floor(random() * 8)
  if (kind === 0) other[from] = (other[from] ?? 0) ^ (1 << Math.floor(random() * 8))
  if (kind === 1) return other.subarray(0, from)
  if (kind === 2) other.fill(0, from, to)
  if (kind === 3) return Buffer.concat([other.subarray(0, from), other.subarray(to)])
  if (kind === 4)
    return Buffer.concat([other.subarray(0, from), Buffer.from([Math.floor(random() * 256)]), other.subarray(from)])
  if (kind === 5) return Buffer.concat([other, other.subarray(from, to)])
  if (kind === 6) return Buffer.from(['null', '0', '""', 'false', '[]', '[['.repeat(1e4), ''][from % 7] ?? '')
  if (kind === 7) other[from] = Math.floor(random() * 256)
  return other
}

async function defectsOfMutation(
  { disk, entries }: { disk: SimulatedDisk; entries: Entry[] },
  random: () => number,
  broken: (files: Files) => Files,
): Promise<string[]> {
  const state = disk.copy()
  const victims = state.files().filter(({ path }) => path.includes('/entries/'))
  const victim = victims[Math.floor(random() * victims.length)]
  if (!victim) return ['nothing to damage']
  const bytes = mutated(victim.bytes, random)
  state.put(victim.path, bytes)
  const journal = await openJournal(options(broken(state)))
  const shown = await collected(journal.entries.all())
  await journal.close()
  const defects: string[] = []
  for (const entry of entries) {
    if (victim.path.includes(entry.id)) continue
    if (!shown.some((one) => isDeepStrictEqual(one, entry)))
      defects.push(`${entry.id} was not touched and is not shown`)
  }
  const kept = state.files().filter((file) => Buffer.compare(file.bytes, bytes) === 0)
  if (kept.length === 0) defects.push('the damaged bytes are gone')
  const id = entries.find((entry) => victim.path.includes(entry.id))?.id
  const damaged = kept.some(({ path }) => path.includes('/quarantine/'))
  const copy = originals.find((entry) => entry.id === id && entries.some((one) => one.id === id && one.revision > 1))
  if (damaged && copy && !shown.some((one) => isDeepStrictEqual(one, copy))) defects.push('the good copy is not shown')
  return defects
}

test('changed bytes', async () => {
  const random = randomFrom(seed)
  const journal = await written()
  const defects: string[] = []
  const count = Number(process.env.FUZZ ?? runs({ all: 250, deep: 20_000 }))
  for (let at = 0; at < count; at++) {
    defects.push(...(await defectsOfMutation(journal, random, (files) => files)))
  }
  figure(`storage: ${count} files with changed bytes, ${defects.length} defects`)
  expect(defects, `seed ${seed}`).toEqual([])
})

test('the check finds a journal that throws damage away', async () => {
  const random = randomFrom(seed)
  const journal = await written()
  const withoutQuarantine = (files: Files): Files => ({
    ...wrappedFiles(files, () => undefined),
    link: async () => undefined,
    rename: (from, to) => (to.includes('quarantine') ? files.remove(from) : files.rename(from, to)),
  })
  const defects: string[] = []
  for (let at = 0; at < 20; at++) defects.push(...(await defectsOfMutation(journal, random, withoutQuarantine)))
  expect(defects).not.toEqual([])
})
