/** Made-up entries and processes. */
import type { Entry } from '#shared/domain/entry/entry'
import type { Processes, ProcessMark } from '../../src/main/storage/layout/processes'

/** A valid UUIDv7 that is the same in every run. */
export function sampleId(number: number): string {
  return `0195${number.toString(16).padStart(4, '0')}-0000-7000-8000-${number.toString(16).padStart(12, '0')}`
}

export function sampleEntry(given: Partial<Entry> = {}): Entry {
  const moment = { at: '2026-03-02T08:00:00Z', zone: 'Europe/Berlin' }
  const text = 'Asked two customers before writing the plan.'
  const paragraph = { type: 'paragraph', version: 1, children: [{ type: 'text', version: 1, text }] }
  return {
    schema: 1,
    id: sampleId(1),
    day: '2026-03-02',
    created: moment,
    updated: moment,
    template: 'daily',
    title: '',
    starred: false,
    revision: 1,
    sections: [
      {
        prompt: 'daily.best',
        question: 'What went well?',
        practice: 'ownership',
        answer: { root: { type: 'root', version: 1, children: [paragraph] } },
        text,
      },
    ],
    ...given,
  }
}

/** The next revision, with words of its own. */
export function nextOf(entry: Entry, text: string, given: Partial<Entry> = {}): Entry {
  const sections = entry.sections.map((section) => ({ ...section, text }))
  return { ...entry, sections, ...given, revision: entry.revision + 1 }
}

let pid = 100

/** Processes that a test brings to life and ends; each call of `start` is a new one. */
export function madeUpProcesses(host = 'aaaa'): { start(): Processes; end(mark: ProcessMark): void } {
  const alive = new Set<number>()
  return {
    start: () => {
      const self = { host, boot: 'bbbb', space: 'cccc', pid: ++pid, started: '1' }
      alive.add(self.pid)
      const here = (mark: ProcessMark) => (alive.has(mark.pid) ? 'alive' : 'dead')
      return { self, state: (mark) => (mark.host === host ? here(mark) : 'unknown') }
    },
    end: (mark) => alive.delete(mark.pid),
  }
}

export async function collected<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = []
  for await (const item of items) list.push(item)
  return list
}
