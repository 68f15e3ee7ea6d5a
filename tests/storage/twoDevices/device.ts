/** One of the two devices: its clock, its name, its journal while it is open, and the page that lies open on it. */
import type { Temporal } from 'temporal-polyfill'
import type { Entry } from '#shared/domain/entry/entry'
import { nodeDisk } from '../../../src/main/disk/disk'
import { rawDisk } from '../../../src/main/disk/rawFiles'
import { removeTree } from '../../../src/main/disk/removeTree'
import type { Vault } from '../../../src/main/storage/encryption/cipher/vault'
import { createJournalEncryption, type JournalEncryption } from '../../../src/main/storage/encryption/journalEncryption'
import { type OpenJournal, openJournal } from '../../../src/main/storage/journal/openJournal'
import { sealStatesAnew } from '../../../src/main/storage/journal/sealStatesAnew'
import { JournalFolder } from '../../../src/main/storage/layout/journalFolder'
import { markRestored } from '../../../src/main/storage/rollback/restoredMark'
import { collected, madeUpProcesses } from '../sample'
import { type SetClock, setClock } from '../sampleClock'
import { quickCost } from '../sealed'
import { foundIn } from './foundIn'
import type { KnownLocks } from './knownLocks'
import { openWaiting } from './lockActions'
import type { Place } from './places'
import { wordsIn } from './words'

export class Device {
  readonly clock: SetClock
  /** As its window shows it: what is typed there goes on from it, whatever came to the disk meanwhile. */
  page: Entry | undefined
  /** What this device has told of files that went back or are gone. */
  readonly alarms: string[] = []
  private journal: OpenJournal | undefined
  private awakeFor = 0
  private jumps = 0
  private readonly processes: ReturnType<typeof madeUpProcesses>
  readonly seal: JournalEncryption

  constructor(
    public name: string,
    readonly place: Place,
    startsAt: string,
    /** What happens on the disk while this device waits. */
    private readonly meanwhile: () => void,
    readonly locks: KnownLocks,
  ) {
    this.clock = setClock(startsAt)
    this.processes = madeUpProcesses(name)
    const { folder, files } = place
    this.seal = createJournalEncryption({
      folder: () => folder,
      clock: this.clock,
      files,
      cost: quickCost,
      steadyFor: 1000,
      processes: this.processes.start(),
      wait: async () => meanwhile(),
      device: () => this.name,
      // Both as the app does them.
      leaving: (former) => this.sealStatesAnew(former, this.seal.vault()),
      turnedOff: (former) => this.sealStatesAnew(former, null),
    })
  }

  private async sealStatesAnew(former: Vault, vault: Vault | null): Promise<void> {
    const { states, seen, files } = this.place
    await sealStatesAnew({ disk: rawDisk({ files }), id: this.journalId(), states, seen }, former, vault)
  }

  private journalId(): string {
    return JSON.parse(Buffer.from(this.place.synced.files().get('journal.json') ?? []).toString('utf8')).id
  }

  /** Not so far that the trash is emptied, which is another test's matter. */
  jump(duration: Temporal.DurationLike): void {
    if (++this.jumps <= 6) this.clock.advance(duration)
  }

  async open(): Promise<OpenJournal> {
    if (this.journal) return this.journal
    await this.unlock()
    this.journal = await this.opened(this.name)
    // What came unsealed into a journal with a lock is the person's own.
    await this.journal.arrivals.admit().catch(() => undefined)
    await this.journal.lookAtLastStates()
    await this.journal.lookAtQuarantine()
    this.journal.entries.onNotice(({ kind, file }) => {
      if (kind === 'rolled-back' || kind === 'gone' || kind === 'versions-gone') this.alarms.push(`${kind} ${file}`)
    })
    await this.compare(this.journal)
    return this.journal
  }

  home(): JournalFolder {
    const { folder, files } = this.place
    return new JournalFolder(nodeDisk({ files }), folder)
  }

  /** With the key that the keychain has; a passphrase takes its time on purpose. */
  async unlock(): Promise<void> {
    if ((await this.seal.look()) === 'locked') await this.seal.unlockWithKey(this.locks.of(await this.seal.id()).key)
  }

  async close(): Promise<void> {
    // As the library tells it of each save.
    if (this.journal) await this.compare(this.journal)
    await this.journal?.close()
    this.journal = undefined
    this.page = undefined
  }

  /** A start of the app that stays open for as long as a sync program may need; resolves with what it finds gone or behind. */
  async watch(meanwhile = async () => {}): Promise<readonly string[]> {
    await this.close()
    const journal = await this.open()
    await meanwhile()
    this.awakeFor += 3_600_000
    await this.compare(journal)
    const found = journal.rollbacks.findings().map(({ kind, file }) => `${kind} ${file}`)
    await this.close()
    return found
  }

  /** With what was seen before, also which versions there are. */
  private async compare({ history, rollbacks }: OpenJournal): Promise<void> {
    await history.taken()
    await rollbacks.look(foundIn(this.place))
  }

  /** Before its journal is brought back as it was: its counts begin anew, and what it saved since is not to come after it. */
  async forgetSaves(): Promise<void> {
    await this.open()
    await this.close()
    this.name = `${this.name}x`
    const disk = rawDisk({ files: this.place.files })
    await removeTree(disk, this.place.states)
    await markRestored(disk, this.place.seen, this.journalId())
  }

  /** The app of the version before, which does not count saves. */
  async withLastVersion(work: (journal: OpenJournal) => Promise<void>): Promise<void> {
    await this.close()
    const journal = await this.opened(null)
    try {
      await work(journal)
    } finally {
      await journal.close()
    }
  }

  /** A start of the app, and all that it shows. */
  async look(): Promise<void> {
    await openWaiting(this)
    const journal = await this.open()
    await collected(journal.entries.all())
    await collected(journal.captures.all())
    await journal.entries.trashed()
    await this.close()
  }

  /** All words that a person at this device finds: on pages, in copies that wait or were put away, in the trash, in captures. */
  async wordsFound(isKept: (path: string) => boolean): Promise<Set<string>> {
    const journal = await this.open()
    const found = new Set<string>()
    const add = (value: unknown) => {
      for (const word of wordsIn(JSON.stringify(value))) found.add(word)
    }
    const shown = await collected(journal.entries.all())
    for (const { id } of shown) add(await journal.entries.copiesOf(id))
    add(await collected(journal.captures.all()))
    add(journal.settings.value)
    await this.close()
    for (const [path, bytes] of this.place.synced.files())
      if (isKept(path.replace(/^sealed\//, ''))) for (const word of wordsIn(this.locks.text(bytes))) found.add(word)
    return found
  }

  /** All that its journal says. */
  wordsOnDisk(): Set<string> {
    return new Set([...this.place.synced.files().values()].flatMap((bytes) => wordsIn(this.locks.text(bytes))))
  }

  /** What its versions on this device say. */
  wordsInVersions(id: string): Set<string> {
    const files = [...this.place.synced.files()].filter(([path]) =>
      path.replace(/^sealed\//, '').startsWith(`versions/${id}/`),
    )
    return new Set(files.flatMap(([, bytes]) => wordsIn(this.locks.text(bytes))))
  }

  private opened(device: string | null): Promise<OpenJournal> {
    const { folder, states, seen, files } = this.place
    const processes = this.processes.start()
    const wait = async () => this.meanwhile()
    const { clock } = this
    const disk = { folder, files, states, seen, wait, steady: () => this.awakeFor }
    const vault = this.seal.vault()
    return openJournal({ ...disk, clock, device, processes, steadyFor: 1000, knownBefore: false, vault })
  }
}
