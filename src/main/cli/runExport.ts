/** `--export`: without window, display or lock, also while the app is open. Writes nothing into the journal. */
import { Failure } from '#shared/domain/failure'
import { messages } from '#shared/messages/messages'
import { type Disk, nodeDisk } from '../disk/disk'
import { type Exported, exportEntries } from '../services/exports/exportEntries'
import type { ExportDesk } from '../services/ports/exportDesk'
import type { Period } from '../services/ports/markdownRenderer'
import { countKeptHere } from './countKeptHere'
import { openForCommand } from './openForCommand'
import { printable } from './printable'
import { openStandardInput } from './standardInput'

export interface ExportNeeds<Text> extends Period {
  /** Absolute. */
  readonly folder: string
  readonly userData: string
  openDesk(folder: string, journal: string): ExportDesk<Text>
  /** The passphrase is the first line of standard input. */
  readonly hasPassphrase?: boolean
  readonly disk?: Partial<Disk>
}

/** Resolves with the exit code and one sentence: for standard output with code 0, else for standard error. */
export async function runExport<Text>({
  folder,
  userData,
  openDesk,
  hasPassphrase = false,
  disk = {},
  ...period
}: ExportNeeds<Text>): Promise<{ code: number; sentence: string }> {
  try {
    const { passphrase } = openStandardInput(hasPassphrase, messages.terminal.passphrase)
    const { folder: place, journal } = await openForCommand({ userData, passphrase, begins: false, disk })
    const { entries } = journal
    const exported = await exportEntries({
      source: entries,
      period,
      openDesk: () => openDesk(folder, place),
    })
    const problem = problemOf(exported)
    if (problem !== null) return refused(problem)
    const { written, unchanged } = exported
    const kept = await countKeptHere(nodeDisk(disk), userData, place)
    const asides = asidesOf(exported, kept)
    return { code: 0, sentence: messages.headless.done(written, unchanged, printable(folder), asides) }
  } catch (error) {
    const code = error instanceof Failure ? error.code : 'unexpected'
    return refused(messages.headless.nothing(messages.failures[code]))
  }
}

function problemOf({ written, unchanged, failed, stopped }: Exported): string | null {
  const say = messages.headless
  const there = written + unchanged
  if (stopped) {
    const reason = (stopped.at === 'journal' ? messages.failures : messages.exportFailures)[stopped.code]
    return there === 0 ? say.nothing(reason) : say.stopped(there, reason)
  }
  const [first] = failed
  return first ? say.failed(failed.length, there, `${first.name}: ${messages.exportFailures[first.code]}`) : null
}

function asidesOf({ copies, earlier }: Exported, kept: number): string[] {
  const say = messages.exportAsides
  return [
    ...(copies > 0 ? [say.copies(copies, String(copies))] : []),
    ...(earlier > 0 ? [say.earlier(earlier, String(earlier))] : []),
    ...(kept > 0 ? [say.kept(kept, String(kept))] : []),
  ]
}

function refused(sentence: string): { code: number; sentence: string } {
  return { code: 1, sentence: printable(`throughline: ${sentence}`) }
}
