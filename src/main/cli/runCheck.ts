/** `--check`: reads every file of the journal and every draft, writes nothing, and prints what is wrong with any of them. */
import { concernOf, type Finding } from '#shared/domain/health/finding'
import { counted } from '#shared/messages/counted'
import { messages } from '#shared/messages/messages'
import { nodeDisk } from '../disk/disk'
import { failureOf } from '../disk/failureOf'
import { findLock } from '../storage/encryption/encryptedLayout'
import { checkHealth } from '../storage/health/checkHealth'
import { checkSealed } from '../storage/health/checkSealed'
import { draftFindings } from '../storage/health/draftFindings'
import { JournalFolder } from '../storage/layout/journalFolder'
import { storedPlace } from '../system/storedPlace'
import { printable } from './printable'
import type { Ended } from './runBackup'

const words = messages.headless

/** Code 0 when all words are within reach, of a journal with a lock as far as can be seen without its key; a report of several lines. */
export async function runCheck(userData: string): Promise<Ended> {
  try {
    const { folder } = await storedPlace(userData)
    let files = 0
    const looked = () => files++
    const isLocked = (await findLock(new JournalFolder(nodeDisk(), folder))) !== null
    const findings: Finding[] = []
    if (isLocked) findings.push(...(await checkSealed({ folder, looked })))
    else for await (const finding of checkHealth({ folder, looked })) findings.push(finding)
    // Words that the journal did not take lie beside it.
    for await (const finding of draftFindings({ folder: new JournalFolder(nodeDisk(), userData), looked }))
      findings.push(finding)
    const troubles = findings.filter((finding) => concernOf(finding) === 'trouble').length
    const lines = findings.map((finding) => printable(`${finding.file}: ${messages.health.sentences[finding.kind]}`))
    const all = counted.files(files, String(files))
    const sentence =
      troubles > 0
        ? words.checkedTrouble(all, counted.files(troubles, String(troubles)))
        : isLocked
          ? words.checkedLocked(all)
          : words.checked(all)
    return { code: troubles === 0 ? 0 : 1, sentence: [...lines, sentence].join('\n') }
  } catch (error) {
    return {
      code: 1,
      sentence: printable(`throughline: ${words.notChecked(messages.failures[failureOf(error).code])}`),
    }
  }
}
