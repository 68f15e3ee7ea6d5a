/**
 * Power cuts on real file systems while entries are saved: whatever was said to be stored by then is there afterwards. lowdb as it comes is tried beside it
 * and has to lose something, else these cuts would prove nothing.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openJournal } from '../../src/main/storage/journal/openJournal'
import { deep, figure, randomFrom, seed } from '../effort'
import { type ChildScript, childScript, started } from './childScript'
import { type DiskImages, diskImages, type FileSystem, fileSystems } from './diskImages'
import { collected } from './sample'
import { setClock } from './sampleClock'

const images: DiskImages | null = deep ? diskImages() : null
afterAll(() => images?.remove())

let script: ChildScript
beforeAll(async () => {
  script = await childScript('cutChild')
})
afterAll(() => script.remove())

type Acknowledged = ReadonlyMap<string, number>
/** The revisions that are there; throws when they can't be read. */
type Read = (folder: string) => Promise<Acknowledged>

const ours: Read = async (folder) => {
  const journal = await openJournal({ folder: join(folder, 'journal'), clock: setClock(), knownBefore: true })
  const damaged: string[] = []
  journal.entries.onNotice(({ kind, file }) => void damaged.push(`${kind} ${file}`))
  const found = await collected(journal.entries.all())
  await journal.close()
  if (damaged.length > 0) throw new Error(damaged.join(', '))
  return new Map(found.map(({ id, revision }) => [id, revision]))
}

const lowdbs: Read = async (folder) => {
  const { entries } = JSON.parse(await readFile(join(folder, 'db.json'), 'utf8'))
  return new Map(Object.values<{ id: string; revision: number }>(entries).map(({ id, revision }) => [id, revision]))
}

/** Cuts at chance while the child saves; what each cut lost. */
async function lostBy(kind: 'ours' | 'lowdb', disk: FileSystem, cuts: number, read: Read) {
  if (!images) throw new Error('no images')
  const random = randomFrom(seed + disk.length * 7 + cuts)
  const image = images.mount(disk)
  const folder = kind === 'ours' ? join(image.folder, 'journal') : image.folder
  const acknowledged = new Map<string, number>()
  const known: Acknowledged[] = []
  const child = started([process.execPath, script.path, kind, folder])
  let [rest, next, stored] = ['', 1 + Math.floor(random() * 8), 0]
  for await (const part of child.stdout ?? []) {
    const lines = (rest + String(part)).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      const [, id = '', revision = ''] = line.split(' ')
      acknowledged.set(id, Number(revision))
      stored += 1
    }
    if (stored < next) continue
    // Known before the cut begins: what is stored while it is made may be in it, and need not be.
    known.push(new Map(acknowledged))
    image.cut()
    next = stored + 1 + Math.floor(random() * 12)
    if (known.length === cuts) break
  }
  child.kill('SIGKILL')
  await new Promise((ended) =>
    child.exitCode === null && child.signalCode === null ? child.once('close', ended) : ended(null),
  )
  image.unmount()
  const lost: string[] = []
  await image.forEachCut(async (place, number) => {
    const about = `${disk}, cut ${number}: `
    const there = await read(place).catch((error: unknown) => error)
    if (!(there instanceof Map)) lost.push(`${about}unreadable, ${there}`)
    else
      for (const [id, revision] of known[number] ?? [])
        if ((there.get(id) ?? 0) < revision)
          lost.push(`${about}${id} was stored as ${revision}, found ${there.get(id)}`)
  })
  return { cuts: known.length, stored, lost }
}

describe.skipIf(images === null)('a power cut (needs EFFORT=deep, root, loop devices and mkfs)', () => {
  test.each(Object.keys(fileSystems) as FileSystem[])('on %s takes nothing that was stored', async (disk) => {
    const { cuts, stored, lost } = await lostBy('ours', disk, 200, ours)
    figure(`storage: ${cuts} power cuts on ${disk} during ${stored} saves, ${lost.length} lost`)
    const control = await lostBy('lowdb', disk, 40, lowdbs)
    figure(`storage: ${control.cuts} power cuts on ${disk} with lowdb as it comes, ${control.lost.length} lost`)
    expect(lost).toEqual([])
    expect(control.lost).not.toEqual([])
  })
})
