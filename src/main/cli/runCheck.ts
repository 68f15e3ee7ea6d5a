/** `--check`: reads every file of the journal and every draft, writes nothing, and prints what is wrong with any of them. */
import { join } from 'node:path'
import { concernOf, type Finding } from '#shared/domain/health/finding'
import { counted } from '#shared/messages/counted'
import { messages } from '#shared/messages/messages'
import { type Disk, nodeDisk } from '../disk/disk'
import { failureOf } from '../disk/failureOf'
import type { Vault } from '../storage/encryption/cipher/vault'
import { AdmittedFiles, admittedName } from '../storage/encryption/files/admittedFiles'
import { findSteadyLock } from '../storage/encryption/keys/findSteadyLock'
import { checkHealth } from '../storage/health/checkHealth'
import { checkSealed } from '../storage/health/checkSealed'
import { checkTwice } from '../storage/health/checkTwice'
import { draftFindings } from '../storage/health/draftFindings'
import { lookIntoFolder } from '../storage/journal/moveJournal'
import { JournalFolder } from '../storage/layout/journalFolder'
import { missedFindings } from '../storage/rollback/missedFindings'
import { seenName } from '../storage/rollback/seenStates'
import { statesName } from '../storage/safekeeping/keptStates'
import { commandSteadyFor } from '../storage/safekeeping/staysDamaged'
import { storedPlace } from '../system/storedPlace'
import { countKeptHere } from './countKeptHere'
import { openForCommand } from './openForCommand'
import { printable } from './printable'
import type { Ended } from './runBackup'
import { openStandardInput } from './standardInput'

const words = messages.headless

/** Code 0 when all words are within reach, of a journal with a lock as far as can be seen without its key; a report of several lines. */
export async function runCheck(userData: string, given: Partial<Disk> = {}, hasPassphrase = false): Promise<Ended> {
  try {
    const disk = nodeDisk(given)
    const { folder } = await storedPlace(userData)
    const admitted = new AdmittedFiles(join(userData, admittedName))
    const hasLock = (await findSteadyLock(new JournalFolder(disk, folder), commandSteadyFor)) !== null
    const vault = hasLock && hasPassphrase ? await openedVault(userData, given) : null
    const isLocked = hasLock && vault === null
    let files = 0
    const inJournal = await checkTwice(disk, folder, () => {
      files = 0
      const looked = () => files++
      return isLocked
        ? checkSealed({ ...disk, folder, admitted, looked })
        : collected(checkHealth({ ...disk, folder, vault, admitted, looked }))
    })
    // Words that the journal did not take lie beside it, where no other program writes.
    const drafts = draftFindings({ folder: new JournalFolder(disk, userData), looked: () => files++ })
    const missed = isLocked ? [] : await missedIn(disk, userData, folder, vault)
    const findings: readonly Finding[] = [...inJournal, ...missed, ...(await collected(drafts))]
    const troubles = findings.filter((finding) => concernOf(finding) === 'trouble').length
    const lines = findings.map((finding) => printable(`${finding.file}: ${messages.health.sentences[finding.kind]}`))
    const all = counted.files(files, String(files))
    const sentence =
      troubles > 0
        ? words.checkedTrouble(all, counted.files(troubles, String(troubles)))
        : isLocked
          ? words.checkedLocked(all)
          : words.checked(all)
    const kept = await countKeptHere(disk, userData, folder)
    const last = kept === 0 ? sentence : `${sentence} ${words.checkedKept(kept, String(kept))}`
    return { code: troubles === 0 ? 0 : 1, sentence: [...lines, last].join('\n') }
  } catch (error) {
    return {
      code: 1,
      sentence: printable(`throughline: ${words.notChecked(messages.failures[failureOf(error).code])}`),
    }
  }
}

/** Throws `wrong-passphrase`. */
async function openedVault(userData: string, disk: Partial<Disk>): Promise<Vault | null> {
  const { passphrase } = openStandardInput(true, messages.terminal.passphrase)
  return (await openForCommand({ userData, passphrase, begins: false, disk })).vault
}

/** What this device has seen of a journal with a lock is sealed with it. */
async function missedIn(
  disk: Disk,
  userData: string,
  folder: string,
  vault: Vault | null,
): Promise<readonly Finding[]> {
  const there = await lookIntoFolder(folder, disk)
  if (there.kind !== 'journal' || there.id === null) return []
  const device = { vault, seen: join(userData, seenName), states: join(userData, statesName) }
  return await missedFindings({ disk, folder, id: there.id, ...device })
}

async function collected(findings: AsyncIterable<Finding>): Promise<Finding[]> {
  const found: Finding[] = []
  for await (const finding of findings) found.push(finding)
  return found
}
