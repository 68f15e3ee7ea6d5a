/** Random days in the life of a journal on a real folder, against a model that fits on a page. */
import { copyFile, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CopyChoice } from '#shared/domain/entry/copy'
import type { Entry } from '#shared/domain/entry/entry'
import { withSectionIds } from '#shared/domain/entry/sectionIds'
import type { Returning } from '#shared/domain/entry/version'
import { type OpenJournal, openJournal } from '../../src/main/storage/journal/openJournal'
import { deep, figure, runs, seed } from '../effort'
import { defectsOf } from './defects'
import { freshFolder } from './freshFolder'
import { madeUpProcesses, nextOf, sampleEntry, sampleId } from './sample'
import { type SetClock, setClock } from './sampleClock'
import { nothing, type Stored } from './scenarios'

class Life {
  stored: Stored = nothing
  private journal: OpenJournal | undefined
  private readonly clock: SetClock = setClock()
  private readonly processes = madeUpProcesses()
  private self = this.processes.start()
  private made = 0
  private strangers = 0
  private jumps = 0
  /** What sync programs left beside an entry: its words are somewhere as long as the entry is. */
  private readonly left = new Map<string, Set<string>>()

  constructor(readonly folder: string) {}

  async open(): Promise<OpenJournal> {
    if (this.journal) return this.journal
    this.self = this.processes.start()
    const options = { folder: this.folder, clock: this.clock, knownBefore: this.made > 0, processes: this.self }
    this.journal = await openJournal(options)
    // Told on the way; only what is told at the end counts.
    this.journal.entries.onNotice(() => undefined)
    return this.journal
  }

  async close(): Promise<void> {
    await this.journal?.close()
    this.journal = undefined
  }

  /** The process is gone; its lock stays. */
  crash(): void {
    this.processes.end(this.self.self)
    this.journal = undefined
  }

  /** Not often enough for the trash to be emptied, which is another test's matter. */
  jump(days: number): void {
    if (++this.jumps > 4) return
    this.clock.advance({ days })
  }

  async create(day: string): Promise<void> {
    const { entries } = await this.open()
    const entry = sampleEntry({ id: sampleId(this.made++), day })
    await entries.save(entry, 0)
    this.put(entry)
  }

  async edit(at: number, text: string, minutes: number, day?: string): Promise<void> {
    const entry = this.pick('entries', at)
    if (!entry) return
    const { entries } = await this.open()
    this.clock.advance({ minutes })
    const before = await entries.read(entry.id)
    expect(before).toEqual(entry)
    const next = nextOf(before, text, day === undefined ? {} : { day })
    await entries.save(next, before.revision)
    this.put(next)
  }

  async editStale(at: number): Promise<void> {
    const entry = this.pick('entries', at)
    if (!entry || entry.revision < 2) return
    const { entries } = await this.open()
    const stale = { ...entry, revision: entry.revision - 1 }
    await expect(entries.save(nextOf(stale, 'stale'), stale.revision)).rejects.toMatchObject({ code: 'conflict' })
  }

  /** Another program writes the file; a page that shows the text of before must not overwrite it. */
  async outside(at: number, sameRevision: boolean): Promise<void> {
    const entry = this.pick('entries', at)
    if (!entry) return
    const { entries } = await this.open()
    expect(await entries.read(entry.id)).toEqual(entry)
    const changed = {
      ...nextOf(entry, `Written elsewhere, time ${++this.strangers}.`),
      revision: entry.revision + (sameRevision ? 0 : 1),
    }
    const other = join(this.folder, '.another-program')
    await writeFile(other, JSON.stringify(changed))
    await rename(other, await this.fileOf(entry.id))
    await expect(entries.save(nextOf(entry, 'mine'), entry.revision)).rejects.toMatchObject({ code: 'conflict' })
    const adopted = { ...changed, revision: entry.revision + 1 }
    expect(await entries.read(entry.id)).toEqual(adopted)
    await expect(entries.save(nextOf(entry, 'mine'), entry.revision)).rejects.toMatchObject({ code: 'conflict' })
    this.put(adopted)
  }

  async outsideRemoves(at: number): Promise<void> {
    const entry = this.pick('entries', at)
    if (!entry) return
    const { entries } = await this.open()
    await entries.read(entry.id)
    for (const file of await this.filesOf(entry.id)) await rm(file)
    this.left.delete(entry.id)
    const next = nextOf(entry, 'Still in the editor.')
    await entries.save(next, entry.revision)
    this.put(next)
  }

  /** A sync program leaves the state of before beside the new one. */
  async conflictCopy(at: number): Promise<void> {
    const entry = this.pick('entries', at)
    if (!entry) return
    const { entries } = await this.open()
    await entries.read(entry.id)
    const file = await this.fileOf(entry.id)
    await copyFile(file, file.replace('.json', ` (conflicted copy ${++this.strangers}).json`))
    this.leave(entry)
    const next = nextOf(entry, 'Later than the copy.')
    await entries.save(next, entry.revision)
    this.put(next)
  }

  /** A sync program leaves what another computer wrote beside ours. */
  async foreignVersion(at: number, ahead: number): Promise<void> {
    const entry = this.pick('entries', at)
    if (!entry) return
    await this.open()
    const file = await this.fileOf(entry.id)
    const theirs = nextOf(entry, `Left beside it, time ${++this.strangers}.`)
    const copy = { ...theirs, revision: entry.revision + ahead }
    await writeFile(file.replace('.json', `.sync-conflict-${this.strangers}.json`), JSON.stringify(copy))
    this.leave(copy)
  }

  async settle(at: number, choice: CopyChoice): Promise<void> {
    const entry = this.pick('entries', at)
    if (!entry) return
    const { entries } = await this.open()
    const { record: now, copies } = await entries.copiesOf(entry.id)
    expect(now).toEqual(entry)
    const [first] = copies
    if (!first) return
    const changed = await entries.resolveConflict(entry.id, { copy: first.copy, base: now.revision, choice })
    expect(changed.map(({ sections }) => sections)).toEqual(choice === 'keep' ? [] : [first.record.sections])
    for (const one of changed) {
      expect([one.id === entry.id, one.revision]).toEqual(choice === 'take' ? [true, entry.revision + 1] : [false, 1])
      this.put(one)
    }
    expect((await entries.copiesOf(entry.id)).copies.length).toBeLessThan(copies.length)
  }

  async bring(at: number, which: number, as: Returning): Promise<void> {
    const entry = this.pick('entries', at)
    if (!entry) return
    const { entries, history } = await this.open()
    expect(await entries.read(entry.id)).toEqual(entry)
    const { versions } = await history.of(entry.id)
    const version = versions[which % Math.max(versions.length, 1)]
    if (!version) return
    const kept = await history.read(entry.id, version.id)
    const back = await history.bring(entry.id, { version: version.id, base: entry.revision, as })
    // Where the page says the same already nothing is saved: it keeps the form that it has.
    const inForm = (record: Entry) => (as === 'revision' ? withSectionIds(record) : record).sections
    expect([inForm(back), back.id === entry.id]).toEqual([inForm(kept), as === 'revision'])
    if (as === 'revision') expect(back).toMatchObject({ day: entry.day, starred: entry.starred })
    this.put(back)
    expect(await this.wordsAbout(entry.id)).toContain(entry.sections[0]?.text)
  }

  /** Whatever is dropped, of each entry that has a version one stays. */
  async keepWithin(limit: number): Promise<void> {
    const { entries, history } = await this.open()
    const ids = [...this.stored.entries.values()].flatMap(({ entry, place }) => (place === 'entries' ? [entry.id] : []))
    const newest = async () =>
      Promise.all(ids.map(async (id) => (await history.of((await entries.read(id)).id)).versions[0]?.id))
    const before = await newest()
    await history.keepWithin(limit)
    expect(await newest()).toEqual(before)
  }

  async trash(at: number): Promise<void> {
    const entry = this.pick('entries', at)
    if (!entry) return
    await (await this.open()).entries.trash(entry.id)
    this.put(entry, 'trash')
  }

  async restore(at: number): Promise<void> {
    const entry = this.pick('trash', at)
    if (!entry) return
    expect(await (await this.open()).entries.restore(entry.id)).toEqual(entry)
    this.put(entry)
  }

  async erase(at: number): Promise<void> {
    const entry = this.pick('trash', at)
    if (!entry) return
    await (await this.open()).entries.erase(entry.id)
    this.left.delete(entry.id)
    this.put(entry, null)
  }

  async chooseSettings(manager: string): Promise<void> {
    const { settings } = await this.open()
    const next = { ...settings.value, manager }
    await settings.save(next)
    this.stored = { ...this.stored, settings: next }
  }

  async check(): Promise<void> {
    const journal = await this.open()
    expect(await defectsOf(journal, [this.stored])).toEqual([])
    for (const { entry, place } of this.stored.entries.values()) {
      const ofDay = await journal.entries.ofDay(entry.day)
      expect(ofDay.some((one) => isDeepStrictEqual(one, entry))).toBe(place === 'entries')
    }
    for (const [id, texts] of this.left) {
      const words = await this.wordsAbout(id)
      for (const text of texts) expect(words, `of ${id}`).toContain(text)
    }
  }

  private leave({ id, sections }: Entry): void {
    this.left.set(id, new Set([...(this.left.get(id) ?? []), sections[0]?.text ?? '']))
  }

  /** Of every file whose path has the id. */
  private async wordsAbout(id: string): Promise<unknown[]> {
    const names = (await readdir(this.folder, { recursive: true })).filter((name) => name.includes(id))
    const files = names.filter((name) => name.endsWith('.json')).map((name) => join(this.folder, name))
    return await Promise.all(files.map(async (path) => JSON.parse(await readFile(path, 'utf8')).sections?.[0]?.text))
  }

  private async fileOf(id: string): Promise<string> {
    return (await this.filesOf(id)).find((path) => path.endsWith(`${id}.json`)) ?? ''
  }

  private async filesOf(id: string): Promise<string[]> {
    const names = await readdir(join(this.folder, 'entries'), { recursive: true })
    return names.filter((name) => name.includes(id)).map((name) => join(this.folder, 'entries', name))
  }

  private pick(from: 'entries' | 'trash', at: number): Entry | undefined {
    const found = [...this.stored.entries.values()].filter(({ place }) => place === from)
    return found[at % Math.max(found.length, 1)]?.entry
  }

  private put(entry: Entry, place: 'entries' | 'trash' | null = 'entries'): void {
    const entries = new Map(this.stored.entries)
    if (place) entries.set(entry.id, { entry, place })
    else entries.delete(entry.id)
    this.stored = { ...this.stored, entries }
  }
}

type Action = readonly [name: string, run: (life: Life) => Promise<void> | void]

const day = fc.constantFrom('2026-03-02', '2026-03-01', '2025-12-31', '2024-02-29', '1999-12-31')
const at = fc.nat(5)
const text = fc.string({ unit: 'grapheme', maxLength: 60 })
const action: fc.Arbitrary<Action> = fc.oneof(
  day.map((on): Action => [`create on ${on}`, (life) => life.create(on)]),
  fc
    .tuple(at, text, fc.constantFrom(0, 1, 45), fc.option(day, { nil: undefined, freq: 3 }))
    .map(
      ([n, words, pause, on]): Action => [
        `edit ${n} after ${pause} min, day ${on}`,
        (life) => life.edit(n, words, pause, on),
      ],
    ),
  at.map((n): Action => [`stale edit ${n}`, (life) => life.editStale(n)]),
  fc.tuple(at, fc.boolean()).map(([n, same]): Action => [`outside edit ${n} ${same}`, (life) => life.outside(n, same)]),
  at.map((n): Action => [`outside removal ${n}`, (life) => life.outsideRemoves(n)]),
  at.map((n): Action => [`conflict copy ${n}`, (life) => life.conflictCopy(n)]),
  fc
    .tuple(at, fc.constantFrom(-1, 0, 1, 5))
    .map(([n, ahead]): Action => [`foreign version ${n} ${ahead} ahead`, (life) => life.foreignVersion(n, ahead)]),
  fc
    .tuple(at, fc.constantFrom<CopyChoice>('keep', 'take', 'both'))
    .map(([n, choice]): Action => [`settle ${n}: ${choice}`, (life) => life.settle(n, choice)]),
  fc
    .tuple(at, fc.nat(9), fc.constantFrom<Returning>('revision', 'copy'))
    .map(([n, which, as]): Action => [`bring ${n} back from ${which} as ${as}`, (life) => life.bring(n, which, as)]),
  fc.constantFrom(0, 1500).map((limit): Action => [`keep within ${limit} bytes`, (life) => life.keepWithin(limit)]),
  at.map((n): Action => [`trash ${n}`, (life) => life.trash(n)]),
  at.map((n): Action => [`restore ${n}`, (life) => life.restore(n)]),
  at.map((n): Action => [`erase ${n}`, (life) => life.erase(n)]),
  text.map((words): Action => ['settings', (life) => life.chooseSettings(words.slice(0, 100))]),
  fc.constant<Action>(['reopen', (life) => life.close()]),
  fc.constant<Action>(['crash', (life) => life.crash()]),
  fc
    .constantFrom(-20_000, -400, 31, 400, 9_000)
    .map((days): Action => [`clock jumps ${days} days`, (life) => life.jump(days)]),
  fc.constant<Action>(['check', (life) => life.check()]),
)

test('a journal is what its model says', async () => {
  const lives = Number(process.env.RUNS ?? runs({ quick: 12, all: 40, deep: 2_000 }))
  let actions = 0
  const property = fc.asyncProperty(
    fc.array(action, { minLength: 5, maxLength: deep ? 50 : 25, size: 'max' }),
    async (list) => {
      const life = new Life(await freshFolder())
      for (const [, run] of list) {
        actions++
        await run(life)
      }
      await life.check()
      await life.close()
      await life.check()
      await rm(life.folder, { recursive: true, force: true })
    },
  )
  await fc.assert(property, { numRuns: lives, seed, endOnFailure: false })
  figure(`storage: ${lives} lives of ${actions} actions`)
}, 1_800_000)
