/** A process that opens a journal and holds it until it is told to end. */
import { openJournal } from '../../src/main/storage/journal/openJournal'
import { setClock } from './sampleClock'

const [folder = ''] = process.argv.slice(2)
try {
  const journal = await openJournal({ folder, clock: setClock(), knownBefore: false })
  process.stdout.write('open\n')
  process.stdin.once('data', () => {
    void journal.close().then(() => process.exit(0))
  })
} catch (error) {
  process.stdout.write(`${error instanceof Error && 'code' in error ? String(error.code) : String(error)}\n`)
  process.exit(1)
}
