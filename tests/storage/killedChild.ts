/** A process that writes a journal and is killed at a chosen file call. Says on standard output after each step that it is stored. */
import { writeSync } from 'node:fs'
import { nodeFiles } from '../../src/main/disk/nodeFiles'
import { openJournal } from '../../src/main/storage/journal/openJournal'
import { setClock } from './sampleClock'
import { steps } from './scenarios'
import { wrappedFiles } from './wrappedFiles'

const [folder = '', killAt = '0'] = process.argv.slice(2)
let calls = 0
const files = wrappedFiles(nodeFiles, () => {
  calls++
  if (calls === Number(killAt)) process.kill(process.pid, 'SIGKILL')
  return undefined
})
const clock = setClock()
const say = (line: string) => writeSync(1, `${line}\n`)
const journal = await openJournal({ folder, clock, knownBefore: false, files })
say('stored 0')
for (const [at, step] of steps.entries()) {
  await step.run(journal, clock)
  say(`stored ${at + 1}`)
}
await journal.close()
say(`calls ${calls}`)
