/** The threads of an export: the same texts as without them, the same failures, and an end to each. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { captureMarkdown } from '#shared/document/captureMarkdown'
import { entryMarkdown } from '#shared/document/entryMarkdown'
import { emptyCaptureDay } from '#shared/domain/capture/capture'
import { entryRow } from '#shared/domain/entry/entryRow'
import { messages } from '#shared/messages/messages'
import { type ExportThreads, openExportThreads, type ThreadText } from '../../src/main/exports/openExportThreads'
import type { RenderedRecord } from '../../src/main/services/ports/markdownRenderer'
import { encoded } from '../../src/main/storage/format/fileFormat'
import { entryFormat } from '../../src/main/storage/kinds/entryKind'
import { builtThread } from '../fixtures/builtThread'
import { madeCapture, madeEntry } from '../services/made'
import { freshFolder } from '../storage/freshFolder'

const always = { from: null, to: null }
let built = ''

beforeAll(async () => {
  built = await builtThread('src/main/exports/exportThread.ts')
})

async function withThreads<T>(
  work: (threads: ExportThreads) => Promise<T>,
  code = built,
  failed: (error: unknown) => void = refused,
) {
  const folder = await freshFolder()
  await mkdir(folder, { recursive: true })
  const script = join(folder, 'exports.cjs')
  await writeFile(script, code)
  const threads = openExportThreads({ script, failed })
  try {
    return await work(threads)
  } finally {
    await threads.close()
  }
}

const refused = (error: unknown) => {
  throw error
}

/** So many that one thread is not enough. */
const entries = Array.from({ length: 250 }, (_, at) => madeEntry(at + 1, { title: `Entry *${at}*` }))

const texts = async ({ read }: ExportThreads, told: readonly RenderedRecord<ThreadText>[]) =>
  Promise.all(told.map(async ({ row, text }) => ({ row, text: text && (await read(text)) })))

describe('the threads', () => {
  test('make the text of each file, of its bytes and of each entry, whichever of them it went to', async () => {
    const folder = await freshFolder()
    await mkdir(folder, { recursive: true })
    await withThreads(async (threads) => {
      const { renderer } = threads
      const told = await Promise.all(
        entries.map(async (entry) => {
          const path = join(folder, `${entry.id}.json`)
          const bytes = encoded(entryFormat, entry)
          await writeFile(path, bytes)
          const asked = [
            renderer.file('entry', path, always),
            renderer.file('entry', bytes, always),
            renderer.record('entry', entry, always),
          ] as const
          return texts(threads, await Promise.all(asked))
        }),
      )
      expect(told).toEqual(
        entries.map((entry) => {
          const one = { row: entryRow(entry), text: entryMarkdown(entry) }
          return [one, one, one]
        }),
      )
    })
  })

  test('make none outside of the period', async () => {
    const [entry = madeEntry(1)] = entries
    const { day } = entry
    await withThreads(async ({ renderer }) => {
      const made = [
        { from: day, to: day },
        { from: null, to: '2000-01-01' },
        { from: '2999-01-01', to: null },
      ].map(async (period) => (await renderer.file('entry', encoded(entryFormat, entry), period)).text !== null)
      expect(await Promise.all(made)).toEqual([true, false, false])
    })
  })

  test('make the text of what was caught', async () => {
    const day = { ...emptyCaptureDay('2026-03-02'), captures: [madeCapture(1, { text: 'Caught' })] }
    await withThreads(async ({ renderer, read }) => {
      const text = await renderer.log('capture', day)
      expect(text && (await read(text))).toBe(captureMarkdown(day, messages.capturing.kinds))
      expect(await renderer.log('capture', emptyCaptureDay('2026-03-02'))).toBeNull()
    })
  })

  test('write each text under its name, once, and over nothing', async () => {
    const folder = await freshFolder()
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, 'taken.md'), 'something else')
    await withThreads(async ({ renderer, folder: into }) => {
      const made = await Promise.all(entries.map((entry) => renderer.record('entry', entry, always)))
      const { writeNew, sync } = into(folder)
      const [first, ...others] = made.flatMap(({ text }) => text ?? [])
      if (!first) throw new Error('no text was made')
      expect(await writeNew('taken.md', first)).toBe('exists')
      expect(await writeNew('free.md', first)).toBe('written')
      await expect(writeNew('again.md', first)).rejects.toMatchObject({ code: 'not-found' })
      await Promise.all(others.map((text, at) => writeNew(`${at}.md`, text)))
      await sync()
    })
    expect(await readFile(join(folder, 'taken.md'), 'utf8')).toBe('something else')
    expect((await readdir(folder)).length).toBe(entries.length + 1)
    const [first, second] = entries.map((entry) => entryMarkdown(entry))
    expect(await readFile(join(folder, 'free.md'), 'utf8')).toBe(first)
    expect(await readFile(join(folder, '0.md'), 'utf8')).toBe(second)
  })

  test('say what is wrong with a file or a folder, and go on', async () => {
    const missing = join(await freshFolder(), 'gone')
    await withThreads(async ({ renderer, folder }) => {
      const newer = Buffer.from(JSON.stringify({ ...entries[0], schema: 99 }))
      await expect(renderer.file('entry', Buffer.from('{'), always)).rejects.toMatchObject({ code: 'unreadable' })
      await expect(renderer.file('entry', newer, always)).rejects.toMatchObject({ code: 'newer-schema' })
      await expect(renderer.file('entry', missing, always)).rejects.toMatchObject({ code: 'folder-missing' })
      const { row, text } = await renderer.record('entry', madeEntry(1), always)
      expect(row.id).toBe(madeEntry(1).id)
      if (text === null) throw new Error('no text was made')
      await expect(folder(missing).writeNew('one.md', text)).rejects.toMatchObject({ code: 'folder-missing' })
      await expect(folder(missing).sync()).rejects.toMatchObject({ code: 'folder-missing' })
      await expect(folder(missing).writeNew('../one.md', text)).rejects.toMatchObject({ code: 'bad-request' })
    })
  })

  test('that break down fail what they were asked, and are not begun for ever', async () => {
    const broken = "require('node:worker_threads').parentPort.on('message', () => { throw new Error('made up') })"
    const received: unknown[] = []
    await withThreads(
      async ({ renderer }) => {
        for (let asked = 0; asked < 6; asked++)
          await expect(renderer.record('entry', madeEntry(1), always)).rejects.toMatchObject({ code: 'unexpected' })
      },
      broken,
      (error) => void received.push(error),
    )
    expect(received).toHaveLength(3)
  })

  test('that break down with a text in hand do not write it, and nobody waits for them', async () => {
    const once = `const { parentPort } = require('node:worker_threads')
      let asked = 0
      parentPort.on('message', ({ number }) => {
        if (++asked > 1) throw new Error('made up')
        parentPort.postMessage({ number, ok: true, answer: { row: ${JSON.stringify(entryRow(madeEntry(1)))}, hasText: true } })
      })`
    await withThreads(
      async ({ renderer, read }) => {
        const { text } = await renderer.record('entry', madeEntry(1), always)
        if (text === null) throw new Error('no text was made')
        for (let time = 0; time < 2; time++) await expect(read(text)).rejects.toMatchObject({ code: 'unexpected' })
      },
      once,
      () => undefined,
    )
  })
})
