/** Every file call of an export with every error: nothing that was there changes, no file is half there, and the summary says what is missing. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { captureMarkdown } from '#shared/document/captureMarkdown'
import { entryMarkdown } from '#shared/document/entryMarkdown'
import { type CaptureDay, emptyCaptureDay } from '#shared/domain/capture/capture'
import { entryRow } from '#shared/domain/entry/entryRow'
import { exportName } from '#shared/domain/export/exportName'
import { Failure } from '#shared/domain/failure'
import { messages } from '#shared/messages/messages'
import type { Files } from '../../src/main/disk/files'
import { nodeFiles } from '../../src/main/disk/nodeFiles'
import { exportFolder, presentExportFolder } from '../../src/main/exports/exportFolder'
import { type Exported, exportEntries } from '../../src/main/services/exports/exportEntries'
import type { ExportFolder } from '../../src/main/services/ports/exportFolder'
import type { ExportSource } from '../../src/main/services/ports/exportSource'
import type { MarkdownRenderer } from '../../src/main/services/ports/markdownRenderer'
import { deep, randomFrom, seed, share } from '../effort'
import { madeCapture, madeEntry } from '../services/made'
import { freshFolder } from '../storage/freshFolder'
import { type Fault, FaultPlan, faults, wrappedFiles } from '../storage/wrappedFiles'
import { deskWith } from './renderedHere'

const entries = [1, 2, 3].map((number) => madeEntry(number, { title: `Entry ${number}` }))
const caught: CaptureDay = {
  ...emptyCaptureDay('2026-03-02'),
  revision: 1,
  captures: [madeCapture(1, { text: 'Caught *in* passing #here' })],
}
const texts = new Map([
  ...entries.map((entry) => [exportName(entryRow(entry)), entryMarkdown(entry)] as const),
  ['2026-03-02-captures.md', captureMarkdown(caught, messages.capturing.kinds) ?? ''] as const,
])
const [, second] = [...texts.keys()]
const taken = 'Notes of my own, under a name that an export would take.'

const always = { from: null, to: null }
const source: ExportSource = {
  async *rendered<Text>(renderer: MarkdownRenderer<Text>) {
    for (const entry of entries) yield await renderer.record('entry', entry, always)
  },
  async *logs() {
    yield { kind: 'capture', name: 'captures', log: caught }
  },
  onNotice: () => () => undefined,
}
const exportTo = (openFolder: () => Promise<ExportFolder<string>>, from: ExportSource = source) =>
  exportEntries({ source: from, period: always, openDesk: () => deskWith(openFolder) })

type Open = (path: string, plan: FaultPlan) => Promise<ExportFolder<string>>
const openOn = async (path: string, files: Files): Promise<ExportFolder<string>> => {
  const journal = join(path, '..', 'no journal')
  return exportFolder(await presentExportFolder(path, { journal, files }), { files })
}
const open: Open = (path, plan) => openOn(path, wrappedFiles(nodeFiles, plan.before))

/** A folder in which the second entry's name is taken by something else. */
async function takenFolder(): Promise<string> {
  const folder = await freshFolder()
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, second ?? ''), taken)
  return folder
}

interface Case {
  readonly call: number
  readonly fault: Fault
  readonly times: number
}

async function allCases(): Promise<Case[]> {
  const plan = new FaultPlan()
  plan.arm()
  const folder = await takenFolder()
  await exportTo(() => open(folder, plan))
  // Else it went past the layer that the faults are in.
  expect(plan.calls).toEqual(expect.arrayContaining(['read', 'create', 'write', 'sync', 'syncFolder']))
  return plan.calls.flatMap((_, at) =>
    faults.flatMap((fault) => [1, 1_000_000].map((times) => ({ call: at + 1, fault, times }))),
  )
}

async function defectsWith({ call, fault, times }: Case, opened: Open): Promise<string[]> {
  const folder = await takenFolder()
  const plan = new FaultPlan(call, fault, times)
  plan.arm()
  const exported = await exportTo(() => opened(folder, plan))
  plan.disarm()
  const about = `${fault} × ${times} at call ${call} (${plan.met}): `
  const defects = [...defectsOfSummary(exported, plan.met !== null), ...(await defectsOfFolder(folder, exported))]
  const again = await exportTo(() => openOn(folder, nodeFiles))
  if (again.failed.length > 0 || again.stopped !== null || again.written + again.unchanged !== texts.size)
    defects.push(`a second export is not whole: ${JSON.stringify(again)}`)
  defects.push(...(await defectsOfFolder(folder, again)))
  return defects.map((defect) => about + defect)
}

function defectsOfSummary({ written, unchanged, failed, stopped }: Exported, met: boolean): string[] {
  const defects: string[] = []
  const told = written + unchanged + failed.length
  if (stopped === null && told !== texts.size) defects.push(`${told} of ${texts.size} files are told of`)
  if (stopped !== null && told >= texts.size) defects.push('it stopped, and yet every entry is told of')
  if (!met && (failed.length > 0 || stopped !== null)) defects.push('it failed without a fault')
  if (stopped !== null && stopped.at !== 'target') defects.push('the journal is blamed for the folder')
  for (const { name, code } of failed) {
    if (!texts.has(name)) defects.push(`no entry is called ${name}`)
    if (code === 'unexpected') defects.push(`${name} failed without a reason`)
  }
  return defects
}

async function defectsOfFolder(folder: string, { written }: Exported): Promise<string[]> {
  const defects: string[] = []
  const names = (await readdir(folder)).filter((name) => name.endsWith('.md'))
  if ((await readFile(join(folder, second ?? ''), 'utf8')) !== taken) defects.push('what was there was overwritten')
  let whole = 0
  for (const name of names.filter((other) => other !== second)) {
    const text = texts.get(name.replace(/-r\d+\.md$/, '.md'))
    if (text === undefined) defects.push(`${name} is no file of an export`)
    else if ((await readFile(join(folder, name), 'utf8')) === text) whole += 1
    else defects.push(`${name} is not whole`)
  }
  if (whole < written) defects.push(`${written} are said to be written, ${whole} are there`)
  return defects
}

async function sample(): Promise<Case[]> {
  const random = randomFrom(seed)
  return (await allCases()).filter(() => random() < share(0.35))
}

test('every file call with every error', async () => {
  const cases = await sample()
  const defects: string[] = []
  for (const one of cases) defects.push(...(await defectsWith(one, open)))
  if (deep) console.info(`exports: ${cases.length} faults, ${defects.length} defects`)
  expect(defects, `seed ${seed}`).toEqual([])
})

/** Writes under the final name, as a plain `writeFile` would. */
const inPlace: Open = async (path, plan) => ({
  async writeNew(name, text) {
    try {
      plan.before('write', name)
    } catch {
      await writeFile(join(path, name), text.slice(0, text.length / 2))
      throw new Failure('disk-full', 'made up')
    }
    await writeFile(join(path, name), text)
    return 'written'
  },
  names: async () => [],
  sync: async () => undefined,
})
/** Takes a write for done that failed. */
const deaf: Open = async (path, plan) => {
  const folder = await open(path, plan).catch(() => null)
  return {
    writeNew: (name, text) =>
      folder?.writeNew(name, text).catch(() => 'written' as const) ?? Promise.resolve('written'),
    names: async () => [],
    sync: async () => undefined,
  }
}

test.each(Object.entries({ inPlace, deaf }))('the check finds an export that is broken: %s', async (_, broken) => {
  const defects: string[] = []
  for (const fault of ['ENOSPC', 'EIO'] as const) {
    for (const call of [1, 2, 3, 5, 8]) defects.push(...(await defectsWith({ call, fault, times: 1 }, broken)))
  }
  expect(defects).not.toEqual([])
})

test.each([
  ['ENOSPC', 'disk-full'],
  ['EROFS', 'read-only'],
] as const)('a folder that fails with %s stops the export once', async (fault, code) => {
  const folder = await takenFolder()
  const plan = new FaultPlan(1, fault, 1_000_000)
  const exported = await exportTo(async () => {
    const opened = await open(folder, plan)
    plan.arm()
    return opened
  })
  expect(exported).toEqual({
    ...{ written: 0, unchanged: 0, copies: 0, earlier: 0, failed: [] },
    stopped: { at: 'target', code },
  })
})

test('a bad spot on the disk costs one entry; three in a row are taken for a disk that is gone', async () => {
  const failing = (numbers: readonly number[]): ExportFolder<string> => {
    let call = 0
    return {
      async writeNew() {
        call += 1
        if (numbers.includes(call)) throw new Failure('disk-error', 'made up')
        return 'written'
      },
      names: async () => [],
      sync: async () => undefined,
    }
  }
  expect(await exportTo(async () => failing([2]))).toMatchObject({
    written: 3,
    failed: [{ name: second, code: 'disk-error', day: entries[1]?.day }],
    stopped: null,
  })
  // What was begun by then still counts.
  expect(await exportTo(async () => failing([1, 2, 3]))).toMatchObject({
    written: 1,
    failed: { length: 2 },
    stopped: { at: 'target', code: 'disk-error' },
  })
})

test('a journal that goes away while it is read is not taken for one that ended', async () => {
  const half = {
    ...source,
    async *rendered<Text>(renderer: MarkdownRenderer<Text>) {
      for (const entry of entries.slice(0, 1)) yield await renderer.record('entry', entry, always)
      throw new Failure('folder-missing', 'made up')
    },
  }
  const folder = await takenFolder()
  const exported = await exportTo(() => open(folder, new FaultPlan()), half)
  expect(exported).toMatchObject({ written: 1, stopped: { at: 'journal', code: 'folder-missing' } })
})

test('files that may be gone after a power cut are not said to be written', async () => {
  const folder: ExportFolder<string> = {
    writeNew: async () => 'written',
    names: async () => [],
    async sync() {
      throw new Failure('disk-error', 'made up')
    },
  }
  expect(await exportTo(async () => folder)).toEqual({
    ...{ written: 0, unchanged: 0, copies: 0, earlier: 0, failed: [] },
    stopped: { at: 'target', code: 'disk-error' },
  })
})
