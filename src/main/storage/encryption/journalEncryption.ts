/** A journal's lock, as long as the app runs: looks for it, opens it, changes it, and forgets the key. One of the two holds true: nobody has the key here, or `vault`. */
import { Failure } from '#shared/domain/failure'
import { type Disk, nodeDisk } from '../../disk/disk'
import { answered as asFailure, failureOf } from '../../disk/failureOf'
import type { Clock } from '../../services/ports/clock'
import type { Seal } from '../../services/ports/seal'
import type { Kind } from '../kinds/recordKind'
import { JournalFolder } from '../layout/journalFolder'
import { nodeProcesses, type Processes } from '../layout/processes'
import { ProcessLock } from '../layout/processLock'
import { disableEncryption } from './changes/disableEncryption'
import { enableEncryption } from './changes/enableEncryption'
import { finishInterruptedChange } from './changes/finishInterruptedChange'
import { createKeyFileChanges } from './changes/keyFileChanges'
import { migrateSealed } from './changes/migrateSealed'
import { joinOpened, type OpenedWaiting, type OpeningWaiting, openWaiting, verifyWaiting } from './changes/openWaiting'
import type { Opened } from './changes/sealAnew'
import type { Cost } from './cipher/algorithms'
import { type KeyFile, migratedKeyFile, readKeyFile } from './cipher/keyFile'
import { newKeyFile, type Secret } from './cipher/keySlots'
import { newRecoverySecret, recoveryCode, recoverySecret } from './cipher/recoveryCode'
import type { Vault } from './cipher/vault'
import type { AdmittedFiles } from './files/admittedFiles'
import { type FoundLock, findLock, sealedName, unfinishedName } from './files/encryptedLayout'
import { type MigratedLocks, noMigratedLocks, wasPutBack } from './files/wasPutBack'
import { HeldKey } from './keys/heldKey'
import { KeyFileJudge } from './keys/keyFileJudge'
import { hasTwo } from './keys/keyFiles'
import { isLockKnown, type KnownLock } from './keys/knownLock'
import { lockIn, openLock } from './keys/openLock'
import { opensTo } from './keys/opensTo'

export interface JournalEncryptionNeeds extends Partial<Disk> {
  /** The journal's folder, as it is now. */
  readonly folder: () => string
  readonly clock: Clock
  /** Whether it had a lock when it was last seen there. */
  readonly hadLock?: () => boolean
  readonly migrated?: MigratedLocks
  /** The lock that was opened last on this device in that journal. */
  readonly known?: () => Promise<KnownLock | null>
  /** The lock is off, by a person on this device: what only its key opens has to be opened before this resolves. Never rejects. */
  readonly turnedOff?: (opened: Vault) => Promise<void>
  readonly processes?: Processes
  /** As `JournalOptions` has it: of a key file that can't be read. */
  readonly steadyFor?: number
  readonly judge?: KeyFileJudge
  readonly cost?: Cost
  /** Which files in its inboxes this device left there, or the person let in. */
  readonly admitted?: AdmittedFiles
  /** Names this device: what another one has begun is left to it. */
  readonly device?: () => string | null
  readonly kinds?: readonly Kind[]
  /** Another lock's key, before it is forgotten: for what this device has sealed with it outside of the journal. Never rejects. */
  readonly leaving?: (vault: Vault) => Promise<void>
}

export interface JournalEncryption extends Seal {
  /** The key of the present folder's journal; null while it is locked, or has no lock. */
  vault(): Vault | null
  /** The lock that `vault` was opened from, as its key file is. */
  opened(): KnownLock | null
}

export function createJournalEncryption(needs: JournalEncryptionNeeds): JournalEncryption {
  const { folder, clock, hadLock = () => false, migrated = noMigratedLocks, steadyFor = 0, ...rest } = needs
  const { processes, cost, kinds, admitted, device = () => null, leaving, ...given } = rest
  const { known = async () => null, turnedOff = async () => undefined, judge = new KeyFileJudge(steadyFor) } = needs
  const disk = nodeDisk(given)
  const heldKey = new HeldKey(folder)

  const home = () => new JournalFolder(disk, folder(), folder(), kinds)
  const vault = () => heldKey.present?.vault ?? null
  const lockThere = () => lockIn(home())
  const answered = <T>(work: () => Promise<T>) => asFailure(() => judge.judged(home(), work))
  const keyFiles = createKeyFileChanges({ home, alone, heldKey, clock, steadyFor, cost })

  /** The lock from here on; the other key has one thing left to do. */
  async function take({ held: now, goes, ...done }: OpenedWaiting): Promise<Opened> {
    if (now === null) heldKey.forget()
    else {
      heldKey.exchange(now.vault, now.key)
      await migrated.note(now.key.file.id, !now.vault.takesOldForm)
    }
    await leaving?.(goes)
    goes.forget()
    return done
  }

  function waiting(own: { readonly id: string; readonly vault: Vault } | null): OpeningWaiting {
    return { held: own, now: clock.instant(), admitted, migrated }
  }

  /** As the one process that has the journal. */
  async function alone<T>(work: (home: JournalFolder) => Promise<T>): Promise<T> {
    const place = home()
    const lock = new ProcessLock(place, processes ?? nodeProcesses())
    await lock.hold()
    try {
      return await work(place)
    } finally {
      await lock.release()
    }
  }

  async function open(secret: Secret): Promise<void> {
    const { found, opened, by } = await openLock(home(), secret)
    const own = by.file.id
    try {
      if (own === found.file.id) await putRight(found, opened)
      else if (migrated.has(own)) opened.refuseOldForm()
      if (!opened.takesOldForm && !migrated.has(own)) opened.awaitMigrated()
      await migrated.note(own, !opened.takesOldForm)
    } catch (error) {
      opened.forget()
      throw error
    }
    const joined = await joinOpened(home(), waiting({ id: own, vault: opened }), secret, alone)
    if (joined === null) heldKey.keep(opened, by, found.file)
    else {
      heldKey.forget()
      await take(joined)
    }
  }

  async function putRight(found: FoundLock, opened: Vault): Promise<void> {
    await tidyIfItCan(found, opened)
    if (await wasPutBack(home(), found, migrated)) await replaceMigrated(found.file, opened)
  }

  /** The key file again that says that all is migrated. */
  async function replaceMigrated(file: KeyFile, opened: Vault): Promise<void> {
    opened.refuseOldForm()
    await keyFiles.replace(opened.withKey((key) => migratedKeyFile(file, key)))
  }

  /** A disk that takes no writes is read as it is, unless a change of the lock is half done: then nothing must be written before that is put right. */
  async function tidyIfItCan(found: FoundLock, opened: Vault): Promise<void> {
    try {
      await alone((place) => finishInterruptedChange(place, found, opened, steadyFor, device()))
    } catch (error) {
      const isHalfDone = (await home().list(sealedName)).some(({ name }) => name === unfinishedName)
      if (isHalfDone || !['read-only', 'disk-full'].includes(failureOf(error).code)) throw error
    }
  }

  return {
    vault,
    opened: () => heldKey.present?.lock ?? null,
    forget: () => heldKey.forget(),
    look: () =>
      answered(async () => {
        const found = await findLock(home())
        const held = heldKey.present
        // A disk that is away says nothing about the lock: the key stays for when it is back, and nothing goes anywhere unsealed meanwhile.
        if (found === null && (held !== null || hadLock())) await home().present()
        // Another journal lies there now, this one without its lock, or the journal is elsewhere: nothing would forget that key any more.
        if (held === null || found === null || held.id !== found.file.id) heldKey.forget()
        // It is there as it was before it was migrated, as from a backup: its key is asked for again, and its files are migrated then.
        else if (held.own === held.id && found.file.schema === 1 && !held.vault.takesOldForm) heldKey.forget()
        if (found === null) return 'none'
        return vault() === null ? 'locked' : 'unlocked'
      }),
    async prepare(passphrase) {
      const secret = newRecoverySecret()
      const made = await newKeyFile({ passphrase, recovery: secret, now: clock.instant(), ...(cost ? { cost } : {}) })
      return {
        code: recoveryCode(secret),
        isCode: (typed) => recoverySecret(typed)?.equals(secret) === true,
        turnOn: (progress) =>
          answered(async () => {
            if ((await findLock(home())) !== null) throw new Failure('conflict', 'the journal has a lock already')
            if ((await known()) !== null) throw new Failure('lock-gone', 'the lock that it had is not answered for')
            const left = await alone((place) =>
              enableEncryption(place, made.vault, made.bytes, progress, device(), steadyFor),
            )
            const file = readKeyFile(made.bytes)
            await migrated.note(file.id, true)
            heldKey.keep(made.vault, { file, bytes: made.bytes })
            return { left }
          }),
        forget() {
          secret.fill(0)
          made.vault.forget()
        },
      }
    },
    verify: (passphrase) =>
      answered(async () => {
        const { found, opened, by } = await openLock(home(), { kind: 'passphrase', passphrase })
        opened.forget()
        if (by.file.id !== found.file.id) throw new Failure('two-locks', 'of another lock than the one that counts')
      }),
    turnOff: (passphrase, progress) =>
      answered(async () => {
        await open({ kind: 'passphrase', passphrase })
        const opened = vault()
        if (opened === null) throw new Failure('locked', 'another folder meanwhile')
        if (await hasTwo(home())) throw new Failure('two-locks', 'what the other one sealed would go with this one')
        await alone((place) =>
          disableEncryption(place, opened, clock.instant(), progress, admitted, device(), steadyFor),
        )
        await turnedOff(opened)
        heldKey.forget()
      }),
    unlock: (passphrase) => answered(() => open({ kind: 'passphrase', passphrase })),
    recover: (code, passphrase) =>
      answered(async () => {
        await keyFiles.recover(code, passphrase)
        await open({ kind: 'passphrase', passphrase })
      }),
    changePassphrase: (old, next) => answered(() => keyFiles.changePassphrase(old, next)),
    newCode: (passphrase) => answered(() => keyFiles.newCode(passphrase)),
    verifyWaiting: (typed) => answered(() => verifyWaiting(home(), heldKey.present?.own ?? null, typed)),
    openWaiting: (typed) =>
      answered(async () => {
        const isOn = (await findLock(home())) !== null
        const first = heldKey.present
        if (isOn && first === null) throw new Failure('locked', 'nobody has the key')
        // Its words would lie open in a folder that somebody took the lock from.
        if (!isOn && (await known()) !== null)
          throw new Failure('lock-gone', 'the lock that it had is not answered for')
        const own = isOn && first !== null ? { id: first.own, vault: first.vault } : null
        return await take(await alone((place) => openWaiting(place, waiting(own), typed)))
      }),
    // While another lock counts there is no key file to say so.
    needsMigration() {
      const held = heldKey.present
      return held?.vault.takesOldForm === true && held.own === held.id
    },
    migrate: (progress) =>
      answered(async () => {
        const opened = vault()
        if (opened === null) throw new Failure('locked', 'nobody has the key')
        const { file } = await lockThere()
        await alone((place) => migrateSealed(place, file, opened, progress))
        await migrated.note(file.id, true)
      }),
    holdsKey: () => vault() !== null,
    overwriteKey() {
      const held = heldKey.any
      if (held !== null && opensTo(held.vault, new JournalFolder(disk, held.folder), held.own)) held.vault.forget()
    },
    isKeyOverwritten: () => vault()?.isForgotten === true,
    id: () => answered(async () => (await lockThere()).file.id),
    isOther: () =>
      answered(async () => {
        const own = await known()
        return own !== null && !isLockKnown(own, (await lockThere()).file)
      }),
    copyKey() {
      const known = vault()
      if (known === null) throw new Failure('locked', 'nobody has the key')
      return known.withKey((key) => key.toString('base64'))
    },
    unlockWithKey: (key) =>
      answered(async () => {
        const bytes = Buffer.from(key, 'base64')
        try {
          await open({ kind: 'key', key: bytes })
        } finally {
          bytes.fill(0)
        }
      }),
  }
}
