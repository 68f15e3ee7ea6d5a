/**
 * Two devices, a sync program between them, and what a person may expect: each word of an acknowledged save is on both sides once everything was
 * delivered, unless a person removed it where it could be seen; and then neither side writes any more.
 */
import type { Entry } from '#shared/domain/entry/entry'
import { failureOf } from '../../../src/main/disk/failureOf'
import { entryKind } from '../../../src/main/storage/kinds/entryKind'
import { sameContent } from '../../../src/main/storage/records/lineage'
import { nextOf, sampleEntry, sampleId } from '../sample'
import { Device } from './device'
import { KnownLocks } from './knownLocks'
import type { Place } from './places'
import { type Delivery, SyncProgram } from './syncedFolders'
import { wordsIn } from './words'

/** Looks of both devices, each followed by all deliveries, after which nothing may change any more. */
const roundsToRest = 6

const names = ['aa', 'bb']
/** Their clocks never show the same millisecond. */
const startTimes = ['2026-03-02T08:00:00Z', '2026-03-02T08:07:13.313Z']

export class TwoDevices {
  readonly devices: readonly Device[]
  readonly sync: SyncProgram
  /** What has to be on both sides in the end. */
  readonly expected = new Set<string>()
  readonly locks = new KnownLocks()
  /** What was removed at some time, and may have been written again. */
  readonly removedOnce = new Set<string>()
  private words = 0
  private records = 0

  constructor(places: readonly Place[]) {
    this.sync = new SyncProgram(places.map(({ synced }) => synced))
    const meanwhile = () => this.sync.finish()
    this.devices = places.map(
      (place, at) => new Device(names[at] ?? '', place, startTimes[at] ?? '', meanwhile, this.locks),
    )
  }

  /** A journal that both have. */
  async begin(): Promise<void> {
    const [first] = this.devices
    if (!first) return
    await this.create(first)
    await first.close()
    this.sync.deliverAll()
  }

  nextWord(): string {
    return `word${++this.words}`
  }

  nextId(): string {
    return sampleId(++this.records)
  }

  async create(device: Device, day = '2026-03-02'): Promise<void> {
    const word = this.nextWord()
    const { entries } = await device.open()
    const entry = nextOf(sampleEntry({ id: this.nextId(), day, revision: 0 }), word)
    await entries.save(entry, 0)
    device.page = entry
    this.expected.add(word)
  }

  /** Saves the next state of a page that the person sees. What they wrote over, they removed. */
  async write(device: Device, seen: Entry, next: Entry, journal = device.open()): Promise<void> {
    const { entries } = await journal
    const { at } = device.clock.now()
    const saved = { ...next, updated: { at, zone: 'Europe/Berlin' }, revision: seen.revision + 1 }
    const isSaved = await accepted(entries.save(saved, seen.revision))
    device.page = isSaved ? saved : undefined
    // A save that says nothing new brings back no word that was removed elsewhere.
    if (isSaved && !sameContent(entryKind, seen, saved))
      this.replaced(wordsIn(JSON.stringify(seen)), wordsIn(JSON.stringify(saved)))
  }

  replaced(before: Iterable<string>, after: Iterable<string>): void {
    const written = new Set(after)
    this.removed([...before].filter((word) => !written.has(word)))
    for (const word of written) this.expected.add(word)
  }

  removed(words: Iterable<string>): void {
    for (const word of words) if (this.expected.delete(word)) this.removedOnce.add(word)
  }

  /** Of whatever was told in between, and of what each device misses once nothing is on its way: nobody has touched the files. */
  async alarms(): Promise<string[]> {
    const all: string[] = []
    for (const device of this.devices) {
      const missed = await device.watch()
      all.push(...[...device.alarms, ...missed].map((alarm) => `${device.name}: ${alarm}`))
    }
    return [...new Set(all)]
  }

  /** Everything is delivered and both look, until neither changes anything; empty, or what is wrong. */
  async defects(isKept: (path: string) => boolean, inTheEnd: Partial<Delivery> = {}): Promise<string[]> {
    for (const device of this.devices) await device.close()
    this.sync.deliverAll(inTheEnd)
    let changed: string[] = []
    for (let round = 0; round < roundsToRest; round++) {
      for (const device of this.devices) await device.look()
      changed = this.sync.waitingPaths()
      if (changed.length === 0) break
      this.sync.deliverAll(inTheEnd)
    }
    if (changed.length > 0) return [`no rest: ${changed.join(', ')}`]
    const alarms = await this.alarms()
    if (alarms.length > 0) return alarms
    const found = await Promise.all(this.devices.map((device) => device.wordsFound(isKept)))
    return [...this.expected].flatMap((word) =>
      this.devices.flatMap(({ name }, at) => (found[at]?.has(word) ? [] : [`${word} is not on ${name}`])),
    )
  }
}

/** False when it was refused because of what came meanwhile: the words are still in the window. */
export async function accepted(saving: Promise<unknown>): Promise<boolean> {
  try {
    await saving
    return true
  } catch (error) {
    if (['conflict', 'not-found'].includes(failureOf(error).code)) return false
    throw error
  }
}

/** In the trash, or put away and never dropped, as the app names them. Earlier states don't count: thinning drops them. */
export function isKeptForGood(path: string): boolean {
  return (
    /^trash\/[^/]+\.\d{8}T\d{9}Z\.json$/.test(path) ||
    /^versions\/[^/]+\/copy-\d+-\d{8}T\d{9}Z-[0-9a-f]{8}\.json$/.test(path) ||
    /^versions\/settings\//.test(path)
  )
}

export function isKeptOrVersion(path: string): boolean {
  return isKeptForGood(path) || /^versions\/[^/]+\/\d+-\d{8}T\d{9}Z(-[0-9a-f]{8})?\.json$/.test(path)
}
