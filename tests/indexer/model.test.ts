/** An index that followed every change is the index of somebody who reads all files anew: after edits, other programs' changes, crashes and damaged caches. */
import { mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Entry } from '#shared/domain/entry/entry'
import { runs } from '../effort'
import { madeCapture } from '../services/made'
import { nextOf, sampleEntry, sampleId } from '../storage/sample'
import { capturesOf, entriesOf, knownTo, openTestIndex, type TestIndex } from './testIndex'

class Life {
  private part: TestIndex | undefined
  private made = 0
  private caught = 0
  private opened = 0
  private readonly backups: { path: string; bytes: Buffer }[] = []

  constructor(readonly folder: string) {}

  private get root(): string {
    return join(this.folder, 'journal')
  }

  async open(): Promise<TestIndex> {
    this.part ??= await openTestIndex(this.root, join(this.folder, 'library/cache.index'), this.opened++ > 0)
    return this.part
  }

  async create(day: string, text: string): Promise<void> {
    const { journal, indexer } = await this.open()
    const id = sampleId(this.made++)
    await journal.entries.save(nextOf(sampleEntry({ id, day, revision: 0 }), text), 0)
    entriesOf(indexer).look(id, day)
  }

  async edit(at: number, text: string, day: string | null): Promise<void> {
    const { journal, indexer } = await this.open()
    const entry = await this.pick(at)
    if (!entry) return
    const next = nextOf(entry, text, day === null ? {} : { day })
    await journal.entries.save(next, entry.revision)
    entriesOf(indexer).look(next.id, next.day)
  }

  async trash(at: number): Promise<void> {
    const { journal, indexer } = await this.open()
    const entry = await this.pick(at)
    if (!entry) return
    await journal.entries.trash(entry.id)
    entriesOf(indexer).look(entry.id, null)
  }

  async restore(at: number): Promise<void> {
    const { journal, indexer } = await this.open()
    const trashed = await journal.entries.trashed()
    const { record: entry } = trashed[at % Math.max(1, trashed.length)] ?? {}
    if (!entry) return
    entriesOf(indexer).look(entry.id, (await journal.entries.restore(entry.id)).day)
  }

  async capture(day: string, text: string): Promise<void> {
    const { journal, indexer } = await this.open()
    await journal.captures.add({ ...madeCapture(1000 + this.caught++, { text: `${text} x` }), day })
    capturesOf(indexer).look(day)
  }

  async discard(day: string): Promise<void> {
    const { journal, indexer } = await this.open()
    const [first] = await journal.captures.ofDay(day)
    if (!first) return
    await journal.captures.change(day, first.id, (capture) => ({ ...capture, trashed: '2026-03-02T09:00:00Z' }))
    capturesOf(indexer).look(day)
  }

  /** Other programs tell nobody. */
  async outside(what: 'edit' | 'remove' | 'damage' | 'copy' | 'keep' | 'bring back', at: number): Promise<void> {
    await this.open()
    const paths = await this.paths()
    const path = paths[at % Math.max(1, paths.length)]
    if (what === 'bring back') {
      const backup = this.backups[at % Math.max(1, this.backups.length)]
      if (backup) await this.replace(backup.path, backup.bytes)
    } else if (path !== undefined) {
      const bytes = await readFile(path)
      if (what === 'keep') this.backups.push({ path, bytes })
      else if (what === 'remove') await rm(path)
      else if (what === 'damage') await this.replace(path, bytes.subarray(0, bytes.length >> 1))
      else if (what === 'copy') await this.replace(path.replace('.json', ' (conflicted copy).json'), bytes)
      else await this.replace(path, Buffer.from(bytes.toString().replaceAll('Word', 'Other')))
    }
  }

  async damageCache(at: number): Promise<void> {
    await this.close()
    const path = join(this.folder, 'library/cache.index')
    const bytes = await readFile(path).catch(() => null)
    if (bytes === null) return
    const place = at % bytes.length
    bytes[place] = (bytes[place] ?? 0) ^ (1 + (at % 255))
    await writeFile(path, bytes)
  }

  async close(): Promise<void> {
    await this.part?.close()
    this.part = undefined
  }

  /** Killed: the cache is that of some time before. */
  async crash(): Promise<void> {
    await this.part?.journal.close()
    this.part = undefined
  }

  async check(): Promise<void> {
    const part = await this.open()
    await part.look()
    const { journal, indexer } = part
    await journal.close()
    const fresh = await openTestIndex(this.root, join(this.folder, 'elsewhere/none.index'), true)
    await fresh.look()
    expect(knownTo(indexer)).toEqual(knownTo(fresh.indexer))
    const untidy: string[] = []
    for await (const { day: on, captures } of fresh.journal.captures.all())
      if (captures.some(({ trashed }) => trashed !== null)) untidy.push(on)
    expect(capturesOf(indexer).untidyDays().sort()).toEqual(untidy.sort())
    await fresh.journal.close()
    this.part = undefined
    indexer.close()
  }

  private async pick(at: number): Promise<Entry | undefined> {
    const { journal } = await this.open()
    const found: Entry[] = []
    for await (const entry of journal.entries.all()) found.push(entry)
    found.sort((a, b) => (a.id < b.id ? -1 : 1))
    const one = found[at % Math.max(1, found.length)]
    return one && journal.entries.read(one.id)
  }

  private async paths(): Promise<string[]> {
    const names = await Promise.all(
      ['entries', 'captures'].map(async (folder) => {
        const found = await readdir(join(this.root, folder), { recursive: true }).catch(() => [])
        return found.filter((name) => name.endsWith('.json')).map((name) => join(this.root, folder, name))
      }),
    )
    return names.flat().sort()
  }

  private async replace(path: string, bytes: Uint8Array): Promise<void> {
    const other = join(this.folder, 'another-program')
    await writeFile(other, bytes)
    await rename(other, path).catch(() => rm(other))
  }
}

const day = fc.constantFrom('2026-03-02', '2026-03-01', '2025-12-31', '1999-12-31')
const words = fc.constantFrom('Word', 'Word of another', 'Ünïcödé Word', '言葉 Word', '')
const at = fc.nat(1_000)
type Action = readonly [name: string, run: (life: Life) => Promise<void>]
const action: fc.Arbitrary<Action> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(day, words).map(([on, text]): Action => [`create ${on}`, (life) => life.create(on, text)]),
  },
  fc
    .tuple(at, words, fc.option(day))
    .map(([n, text, on]): Action => [`edit ${n} ${on}`, (life) => life.edit(n, text, on)]),
  at.map((n): Action => [`trash ${n}`, (life) => life.trash(n)]),
  at.map((n): Action => [`restore ${n}`, (life) => life.restore(n)]),
  fc.tuple(day, words).map(([on, text]): Action => [`capture ${on}`, (life) => life.capture(on, text)]),
  day.map((on): Action => [`discard ${on}`, (life) => life.discard(on)]),
  fc
    .tuple(fc.constantFrom('edit', 'remove', 'damage', 'copy', 'keep', 'bring back'), at)
    .map(([what, n]): Action => [`outside ${what} ${n}`, (life) => life.outside(what, n)]),
  at.map((n): Action => [`cache damaged ${n}`, (life) => life.damageCache(n)]),
  fc.constant<Action>(['reopen', (life) => life.close()]),
  fc.constant<Action>(['crash', (life) => life.crash()]),
  fc.constant<Action>(['check', (life) => life.check()]),
)

test('an index that followed along knows what one knows that reads everything anew', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(action, { minLength: 4, maxLength: 24, size: 'max' }), async (actions) => {
      const life = new Life(await mkdtemp(join(tmpdir(), 'throughline-library-')))
      try {
        for (const [, run] of actions) await run(life)
        await life.check()
      } finally {
        await rm(life.folder, { recursive: true, force: true })
      }
    }),
    { numRuns: runs({ all: 25, deep: 1_000 }) },
  )
}, 1_800_000)
