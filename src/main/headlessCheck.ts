/** `--check`: reads every file of the journal, writes nothing, and prints what is wrong with any of them. */
import { Failure } from '#shared/domain/failure'
import { concernOf, type Finding } from '#shared/domain/finding'
import { counted } from '#shared/messages/counted'
import { messages } from '#shared/messages/messages'
import type { Ended } from './headlessBackup'
import { printable } from './printable'
import { nodeDisk } from './storage/disk'
import { failureOf } from './storage/failureOf'
import { checkHealth } from './storage/health/checkHealth'
import { JournalFolder } from './storage/journalFolder'
import { findLock } from './storage/sealed/sealedPlace'
import { storedPlace } from './system/storedPlace'

const words = messages.headless

/** Code 0 when all words are within reach; a report of several lines. */
export async function runHeadlessCheck(userData: string): Promise<Ended> {
  try {
    const { folder } = await storedPlace(userData)
    // Without the passphrase nobody can say of what is sealed whether it can be read.
    if ((await findLock(new JournalFolder(nodeDisk(), folder))) !== null) throw new Failure('locked', 'it has a lock')
    let files = 0
    const findings: Finding[] = []
    for await (const finding of checkHealth({ folder, looked: () => files++ })) findings.push(finding)
    const troubles = findings.filter((finding) => concernOf(finding) === 'trouble').length
    const lines = findings.map((finding) => printable(`${finding.file}: ${messages.health.sentences[finding.kind]}`))
    const looked = counted.files(files, String(files))
    const sentence =
      troubles === 0 ? words.checked(looked) : words.checkedTrouble(looked, counted.files(troubles, String(troubles)))
    return { code: troubles === 0 ? 0 : 1, sentence: [...lines, sentence].join('\n') }
  } catch (error) {
    return {
      code: 1,
      sentence: printable(`throughline: ${words.notChecked(messages.failures[failureOf(error).code])}`),
    }
  }
}
