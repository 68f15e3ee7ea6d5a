/** What this device knows of the lock of the present folder's journal, and what it keeps for that journal while another lock, or none, lies there. */
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { createSerialQueue } from '#shared/async/serialQueue'
import { Failure } from '#shared/domain/failure'
import { milliseconds } from '../disk/instantName'
import type { Clock } from '../services/ports/clock'
import type { DocumentStore } from '../services/ports/documentStore'
import type { DraftStore } from '../services/ports/draftStore'
import { readKeyFile } from '../storage/encryption/cipher/keyFile'
import { openVault, type Secret } from '../storage/encryption/cipher/keySlots'
import { quickCapturePlace, type SealedPlace } from '../storage/encryption/cipher/sealedPlace'
import type { Vault } from '../storage/encryption/cipher/vault'
import type { KnownLock } from '../storage/encryption/keys/knownLock'
import { bringKept } from '../storage/inbox/bringKept'
import { DeviceInbox, deviceInboxName } from '../storage/inbox/deviceInbox'
import type { InboxPlace } from '../storage/inbox/leaveInInbox'
import type { DeviceState } from './deviceState'
import { inboxPlace, lockedPlaceAt } from './inboxPlace'
import { formerLocksIn, knownLockIn, type LockedPlace, withKnownLock, withoutKnownLock } from './knownLocks'

export interface DeviceLocksNeeds {
  readonly device: DocumentStore<DeviceState>
  readonly userData: string
  readonly clock: Clock
  /** The journal's folder, as it is now. */
  folder(): string
  /** As `DraftSealing` opens: throws without the key. */
  open(bytes: Uint8Array, place?: SealedPlace): Uint8Array
}

export interface DeviceLocks {
  /** Of the journal that lies in the folder now, or of the one that was opened there last while that is away. */
  find(): Promise<KnownLock | null>
  /** A lock is known, or words are kept because of one, and the folder has none. */
  isGone(): Promise<boolean>
  /** Its key file was opened here. */
  keep(folder: string, journal: string, lock: KnownLock): Promise<void>
  /** It was taken away on purpose: the journal has no lock from here on, and what this device kept goes into its folder as it is. */
  give(): Promise<void>
  /** Where words that are left go in that folder now. */
  inboxIn(folder: string): Promise<InboxPlace>
  /** What is kept here comes into the journal's inboxes; resolves with how many can't be opened now. */
  bring(): Promise<number>
  /** Whether words here, these, drafts or what stands in the field of quick capture, are sealed to a lock that the journal had before. */
  waits(drafts: Pick<DraftStore, 'hasForeign'>): Promise<boolean>
  /** The keys that the journal had before, of those that open with this; one at least. Throws `wrong-passphrase`, `not-found`. */
  openFormer(secret: Secret): Promise<readonly Vault[]>
}

export function createDeviceLocks({ device, userData, clock, folder, open }: DeviceLocksNeeds): DeviceLocks {
  const queue = createSerialQueue()
  const inbox = new DeviceInbox(join(userData, deviceInboxName))
  /** What `give` said of words that were kept without a lock being known; until they are brought. */
  let given: string | null = null

  const lastHere = () => (device.value.lastJournal?.folder === folder() ? device.value.lastJournal.id : null)
  async function place(): Promise<LockedPlace> {
    const at = await lockedPlaceAt(folder())
    return { ...at, journal: at.journal ?? lastHere() }
  }

  const inboxIn = (at: string) => inboxPlace(userData, at, () => device.value)

  function journalsOf(at: LockedPlace): readonly (string | null)[] {
    const locks = [knownLockIn(device.value, at), ...formerLocksIn(device.value, at)]
    return [at.journal, ...locks.flatMap((lock) => (lock === null ? [] : [lock.journal])), null]
  }

  function opens(bytes: Uint8Array, place?: SealedPlace): boolean {
    try {
      open(bytes, place)
      return true
    } catch {
      return false
    }
  }

  return {
    find: async () => knownLockIn(device.value, await place()),
    async isGone() {
      const at = await place()
      if (knownLockIn(device.value, at) !== null) return true
      return given !== at.folder && inbox.holdsOpen(journalsOf(at))
    },
    async keep(at, journal, lock) {
      if (isDeepStrictEqual(device.value.knownLocks, withKnownLock(device.value, at, journal, lock))) return
      await device.change((value) => ({ ...value, knownLocks: withKnownLock(value, at, journal, lock) }))
    },
    async give() {
      const at = await place()
      await device.change((value) => ({ ...value, knownLocks: withoutKnownLock(value, at) }))
      given = at.folder
    },
    inboxIn,
    bring: () =>
      queue.add(async () => {
        const at = await place()
        const journals = journalsOf(at)
        await inbox.sweep(journals, milliseconds(clock.instant()))
        const mayLieOpen = given === at.folder
        const waiting = await bringKept({ place: await inboxIn(at.folder), inbox, journals, open, mayLieOpen })
        given = null
        return waiting
      }),
    async waits(drafts) {
      const at = await place()
      if (formerLocksIn(device.value, at).length === 0) return false
      const journals = journalsOf(at)
      if ((device.value.sealedDrafts ?? []).some((sealed) => !opens(Buffer.from(sealed, 'base64'), quickCapturePlace)))
        return true
      if ((await inbox.files(journals)).some(({ bytes }) => !opens(bytes))) return true
      for (const journal of journals) if (await drafts.hasForeign(journal)) return true
      return false
    },
    async openFormer(secret) {
      const opened: Vault[] = []
      let failure: unknown = new Failure('not-found', 'no lock of before is known')
      for (const { keyFile } of formerLocksIn(device.value, await place())) {
        try {
          if (keyFile !== null) opened.push(await openVault(readKeyFile(Buffer.from(keyFile, 'base64')), secret))
        } catch (error) {
          failure = error
        }
      }
      if (opened.length === 0) throw failure
      return opened
    },
  }
}
