/** The threads of an export: the same texts as without them, the same failures, and an end to each. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { captureMarkdown } from '#shared/document/captureMarkdown'
import { entryMarkdown } from '#shared/document/entryMarkdown'
import { emptyCaptureDay } from '#shared/domain/capture'
import { entryRow } from '#shared/domain/entryRow'
import { messages } from '#shared/messages/messages'
import { openMarkdownThreads } from '../../src/main/markdown/openMarkdownThreads'
import type { MarkdownRenderer } from '../../src/main/services/ports/markdownRenderer'
import { entryFormat } from '../../src/main/storage/entryFormat'
import { encoded } from '../../src/main/storage/format'
import { builtThread } from '../fixtures/builtThread'
import { madeCapture, madeEntry } from '../services/made'
import { freshFolder } from '../storage/freshFolder'

const always = { from: null, to: null }
let built = ''

beforeAll(async () => {
  built = await builtThread('src/main/markdown/markdownThread.ts')
})

async function withThreads<T>(
  work: (threads: MarkdownRenderer) => Promise<T>,
  code = built,
  failed: (error: unknown) => void = refused,
) {
  const folder = await freshFolder()
  await mkdir(folder, { recursive: true })
  const script = join(folder, 'markdown.cjs')
  await writeFile(script, code)
  const threads = openMarkdownThreads({ script, failed })
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

describe('the threads', () => {
  test('make the text of each file and each entry, whichever of them it went to', async () => {
    await withThreads(async (threads) => {
      const told = await Promise.all(
        entries.flatMap((entry) => [threads.file(encoded(entryFormat, entry), always), threads.entry(entry, always)]),
      )
      expect(told).toEqual(
        entries.flatMap((entry) => {
          const one = { row: entryRow(entry), text: entryMarkdown(entry) }
          return [one, one]
        }),
      )
    })
  })

  test('make none outside of the period', async () => {
    const [entry = madeEntry(1)] = entries
    const { day } = entry
    await withThreads(async (threads) => {
      const texts = [
        { from: day, to: day },
        { from: null, to: '2000-01-01' },
        { from: '2999-01-01', to: null },
      ].map(async (period) => (await threads.file(encoded(entryFormat, entry), period)).text !== null)
      expect(await Promise.all(texts)).toEqual([true, false, false])
    })
  })

  test('make the text of what was caught', async () => {
    const day = { ...emptyCaptureDay('2026-03-02'), captures: [madeCapture(1, { text: 'Caught' })] }
    await withThreads(async (threads) => {
      expect(await threads.captures(day)).toBe(captureMarkdown(day, messages.capturing.kinds))
      expect(await threads.captures(emptyCaptureDay('2026-03-02'))).toBeNull()
    })
  })

  test('say what is wrong with a file, and go on', async () => {
    await withThreads(async (threads) => {
      const newer = Buffer.from(JSON.stringify({ ...entries[0], schema: 99 }))
      await expect(threads.file(Buffer.from('{'), always)).rejects.toMatchObject({ code: 'unreadable' })
      await expect(threads.file(newer, always)).rejects.toMatchObject({ code: 'newer-schema' })
      expect((await threads.entry(madeEntry(1), always)).row.id).toBe(madeEntry(1).id)
    })
  })

  test('that break down fail what they were asked, and are not begun for ever', async () => {
    const broken = "require('node:worker_threads').parentPort.on('message', () => { throw new Error('made up') })"
    const heard: unknown[] = []
    await withThreads(
      async (threads) => {
        for (let asked = 0; asked < 6; asked++)
          await expect(threads.entry(madeEntry(1), always)).rejects.toMatchObject({ code: 'unexpected' })
      },
      broken,
      (error) => void heard.push(error),
    )
    expect(heard).toHaveLength(3)
  })
})
