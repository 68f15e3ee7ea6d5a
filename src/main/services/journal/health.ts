/** What the page asks about the health of the journal's files: a look at all of them, and what can be done about what was found. */
import type { Health as Found, Notice } from '#shared/contract/health'
import type { Day } from '#shared/domain/day'
import type { VersionId } from '#shared/domain/entry/version'
import {
  type ArrivedFile,
  arrivedFileSchema,
  type Concern,
  concernOf,
  type Finding,
  type QuarantinedFile,
} from '#shared/domain/health/finding'
import { readableText } from '#shared/domain/health/readableText'
import type { RecordId } from '#shared/domain/record'
import type { StatePlace } from '../ports/rollbacks'
import type { OpenJournal } from './journal'

/** More than anyone reads; few enough to cross the bridge at once. */
const mostFindings = 300

/** What a look through all files finds as long as it is so. */
const lasting: ReadonlySet<Notice['kind']> = new Set([
  'newer',
  'unreachable',
  'elsewhere',
  'being-written',
  'sealed',
  'copy',
  'waits',
  'arrived',
])

/** Files; often enough that the count moves. */
const reportEvery = 100

export interface HealthNeeds {
  forReading(): OpenJournal
  forWriting(): Promise<OpenJournal>
  looked(files: number): void
  recordChanged(kind: string, id: RecordId, day: Day | null): void
  logChanged(kind: string, day: Day): void
  /** Files were let into the journal. */
  admitted(): void
  /** What the page was told of files. */
  notices(): readonly Notice[]
  /** No file waits any more to be let in. */
  noneWaits(): void
}

/** What is to be looked at again: a record or one of its versions, a day of what shares its file, or the inboxes when it is none of these. */
export interface RepairRequest {
  readonly kind: string
  readonly record: RecordId | null
  readonly version: VersionId | null
  readonly day: Day | null
}

export interface Health {
  read(): Promise<Found>
  /** Does with damaged and second files what is done when they are opened. */
  repair(what: RepairRequest): Promise<null>
  bringBack(kind: string, id: RecordId): Promise<null>
  /** What went back or is gone is known to the person. */
  dismiss(place: StatePlace): Promise<null>
  text(file: QuarantinedFile | ArrivedFile): Promise<string>
  dismissFile(file: QuarantinedFile | ArrivedFile): Promise<null>
  /** All that waits for it comes into the journal. */
  admit(): Promise<null>
}

const order: Readonly<Record<Concern, number>> = { trouble: 0, choice: 1, arrived: 2, note: 3 }

export function createHealth(needs: HealthNeeds): Health {
  const { forReading, forWriting, looked, recordChanged, logChanged } = needs
  let look: Promise<Found> | null = null

  async function lookThrough(): Promise<Found> {
    const findings: Finding[] = []
    let files = 0
    const count = () => {
      files += 1
      if (files % reportEvery === 0) looked(files)
    }
    for (const place of await forReading().lookAtQuarantine()) {
      if ('id' in place) recordChanged(place.kind, place.id, null)
      else logChanged(place.kind, place.day)
    }
    const { checkHealth, rollbacks, noticeOver } = forReading()
    const noticed = needs.notices()
    for await (const finding of checkHealth(count)) findings.push(finding)
    const missing = new Set(
      findings.flatMap(({ kind, record }) => (kind === 'missing' && record !== null ? [record] : [])),
    )
    // A page that is gone and has versions is there with its way back already.
    findings.push(...rollbacks.findings().filter(({ record }) => record === null || !missing.has(record)))
    for (const notice of noticed) if (lasting.has(notice.kind) && !findings.some(isOf(notice))) noticeOver(notice)
    const sorted = findings.toSorted((a, b) => order[concernOf(a)] - order[concernOf(b)])
    return { findings: sorted.slice(0, mostFindings), total: sorted.length, files }
  }

  /** A look that began before still finds what is put right by now. */
  async function change<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } finally {
      look = null
    }
  }

  const actions: Health = {
    async read() {
      // Two pages that ask at once look once.
      const current = look ?? lookThrough()
      look = current
      try {
        return await current
      } finally {
        if (look === current) look = null
      }
    },
    async repair({ kind, record, version, day }) {
      const { recordsNamed, logsNamed, allLogs, answers } = await forWriting()
      if (record !== null && version !== null) await recordsNamed(kind).history.setAside(record, version)
      else if (record !== null) {
        const records = recordsNamed(kind)
        const found = await records.lookAt(record)
        if (found) recordChanged(kind, record, records.dayOf(found))
        await records.setAsideDamagedCopies(record)
        // The trash is looked at as a whole; what is in it and not is settled there.
        await records.trashed()
      } else if (day !== null) {
        await logsNamed(kind).lookAt(day)
        logChanged(kind, day)
      } else {
        for (const logs of allLogs()) for (const changed of await logs.mergeInbox()) logChanged(logs.kind, changed)
        // Reading them moves the damaged ones to quarantine.
        await answers.waiting()
      }
      return null
    },
    async bringBack(kind, id) {
      const { recordsNamed, rollbacks } = await forWriting()
      const records = recordsNamed(kind)
      const back = await records.history.bringMissing(id)
      await rollbacks.forget({ kind, record: id, day: null })
      recordChanged(kind, id, records.dayOf(back))
      return null
    },
    // Bytes that are no text become signs that no word has.
    text: async (file) => readableText(new TextDecoder().decode(await storeOf(file, forReading()).read(file))),
    async dismissFile(file) {
      const open = await forWriting()
      await storeOf(file, open).dismiss(file)
      if (!(await open.arrivals.areThere())) needs.noneWaits()
      return null
    },
    async admit() {
      const { arrivals } = await forWriting()
      try {
        await arrivals.admit()
      } finally {
        // Some may have come in where others could not.
        needs.admitted()
        if (!(await arrivals.areThere())) needs.noneWaits()
      }
      return null
    },
    async dismiss(place) {
      await forReading().rollbacks.dismiss(place)
      return null
    },
  }
  const { repair, bringBack, dismissFile, admit, dismiss } = actions
  return {
    ...actions,
    repair: (what) => change(() => repair(what)),
    bringBack: (kind, id) => change(() => bringBack(kind, id)),
    dismissFile: (file) => change(() => dismissFile(file)),
    admit: () => change(admit),
    dismiss: (place) => change(() => dismiss(place)),
  }
}

function storeOf(file: QuarantinedFile | ArrivedFile, { quarantine, arrivals }: OpenJournal) {
  return arrivedFileSchema.safeParse(file).success ? arrivals : quarantine
}

/** One notice stands for all that arrived; another file of a page may be what is wrong with it now. */
function isOf({ kind, file, record }: Notice): (finding: Finding) => boolean {
  return (found) =>
    kind === 'arrived'
      ? found.kind === kind
      : isNamed(found.file, file) || (record !== undefined && found.record === record)
}

/** With a lock a finding may name the folder of what is sealed, too. */
function isNamed(found: string, noticed: string): boolean {
  return found === noticed || found.endsWith(`/${noticed}`) || noticed.endsWith(`/${found}`)
}
