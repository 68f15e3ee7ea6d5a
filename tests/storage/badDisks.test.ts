/** A really full and a really read-only disk, where the machine lets us mount one. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmdirSync } from 'node:fs'
import { readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { isTemporaryName } from '../../src/main/disk/temporaryName'
import { openJournal } from '../../src/main/storage/journal/openJournal'
import { deep, figure } from '../effort'
import { collected, nextOf, sampleEntry, sampleId } from './sample'
import { setClock } from './sampleClock'

const point = mkdtempSync(join(tmpdir(), 'throughline-disk-'))
const mounted = mount()

function mount(): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', point], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

const remount = (mode: 'ro' | 'rw') => execFileSync('mount', ['-o', `remount,${mode}`, point])
const folder = join(point, 'journal')
const filler = join(point, 'filler')
const code = (code: string) => expect.objectContaining({ name: 'Failure', code })
const open = (knownBefore = true) =>
  openJournal({ folder, clock: setClock(), knownBefore, wait: async () => undefined })

/** Leaves `free` bytes at most, in pages of the file system. */
async function fill(free: number): Promise<void> {
  for (let size = 256 * 1024; size > 0; size -= 4096) {
    try {
      await writeFile(filler, Buffer.alloc(Math.max(size - free, 0), 1))
      return
    } catch {
      await rm(filler, { force: true })
    }
  }
}

beforeEach(async () => {
  if (!mounted) return
  for (const name of await readdir(point)) await rm(join(point, name), { recursive: true, force: true })
})

afterAll(() => {
  if (mounted) execFileSync('umount', [point])
  rmdirSync(point)
})

const large = (text: string) => text.repeat(900)

test.skipIf(!mounted)('a disk with less and less room (needs the right to mount)', async () => {
  const entry = sampleEntry()
  const refused: number[] = []
  for (let free = 48 * 1024; free >= 0; free -= deep ? 4096 : 16_384) {
    await rm(folder, { recursive: true, force: true })
    await rm(filler, { force: true })
    const journal = await open(false)
    await journal.entries.save(entry, 0)
    await fill(free)
    const next = nextOf(entry, large('More words. '))
    const failure = await journal.entries.save(next, 1).then(
      () => null,
      (error: unknown) => error,
    )
    if (failure) {
      refused.push(free)
      expect(failure).toEqual(code('disk-full'))
      expect(await journal.entries.read(entry.id)).toEqual(entry)
    }
    const names = await readdir(folder, { recursive: true })
    expect(names.filter((name) => isTemporaryName(name.split('/').at(-1) ?? ''))).toEqual([])
    await rm(filler)
    if (failure) await journal.entries.save(next, 1)
    expect(await journal.entries.read(entry.id)).toEqual(next)
    await journal.close()
  }
  expect(refused.length).toBeGreaterThan(0)
  figure(`storage: a full disk refused ${refused.length} saves and lost none`)
})

test.skipIf(!mounted)(
  'a journal opens on a full disk, and saves when there is room again (needs the right to mount)',
  async () => {
    const first = await open(false)
    await first.entries.save(sampleEntry(), 0)
    await first.close()
    await rm(join(folder, 'locks'), { recursive: true })
    await fill(0)
    const { entries, close } = await open()
    expect(await collected(entries.all())).toEqual([sampleEntry()])
    const next = nextOf(sampleEntry(), large('Typed meanwhile. '))
    await expect(entries.save(next, 1)).rejects.toEqual(code('disk-full'))
    await rm(filler)
    await entries.save(next, 1)
    await close()
  },
)

test.skipIf(!mounted)(
  'a read-only disk: reading works, damage is shown from its copy and left, saving says why (needs the right to mount)',
  async () => {
    const clock = setClock()
    const first = await openJournal({ folder, clock, knownBefore: false })
    const damaged = sampleEntry({ id: sampleId(2) })
    for (const entry of [sampleEntry(), damaged]) await first.entries.save(entry, 0)
    clock.advance({ hours: 1 })
    await first.entries.save(nextOf(damaged, 'x'), 1)
    await first.close()
    const path = join(folder, 'entries/2026', `${damaged.day}-${damaged.id}.json`)
    await writeFile(path, 'damage')
    remount('ro')
    try {
      const { entries, settings, close } = await open()
      expect(await collected(entries.all())).toEqual(expect.arrayContaining([sampleEntry(), damaged]))
      await expect(entries.save(nextOf(sampleEntry(), 'x'), 1)).rejects.toEqual(code('read-only'))
      await expect(entries.trash(sampleEntry().id)).rejects.toEqual(code('read-only'))
      await expect(settings.save({ ...settings.value, theme: 'dark' })).rejects.toEqual(code('read-only'))
      remount('rw')
      await entries.save(nextOf(sampleEntry(), 'x'), 1)
      await entries.read(damaged.id)
      expect(await readdir(join(folder, 'quarantine'))).toHaveLength(1)
      await close()
    } finally {
      remount('rw')
    }
  },
)
