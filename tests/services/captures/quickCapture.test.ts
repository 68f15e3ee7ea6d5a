import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { CaptureDraft } from '#shared/contract/captures'
import { Failure } from '#shared/domain/failure'
import { createQuickCapture } from '../../../src/main/services/captures/quickCapture'
import { gate } from '../made'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function made(first: CaptureDraft | null = null) {
  const disk = { draft: first, fails: false, saves: 0, until: Promise.resolve() }
  const added: CaptureDraft[] = []
  const saving = { until: Promise.resolve() }
  const emit = vi.fn()
  const failed = vi.fn()
  const field = createQuickCapture({
    locale: 'en',
    window: { open: vi.fn(), hide: vi.fn() },
    draft: () => disk.draft,
    async keepDraft(draft) {
      await disk.until
      if (disk.fails) throw new Failure('disk-full', 'made up')
      disk.draft = draft
      disk.saves += 1
    },
    async add(draft) {
      await saving.until
      added.push(draft)
      return null
    },
    emit,
    failed,
  })
  return { field, disk, added, saving, emit, failed }
}

const offered: CaptureDraft = { kind: 'note', text: 'From a link' }
const half: CaptureDraft = { kind: 'win', text: 'Half' }

test('what is kept is not there again; an empty draft is none', async () => {
  const { field, disk, added } = made()
  field.keepDraft(half)
  expect(field.begin()).toMatchObject({ draft: half, offered: null })
  await field.add({ ...half, isOffered: false })
  expect(added).toEqual([half])
  expect(disk.draft).toBeNull()
  field.keepDraft(half)
  field.keepDraft({ kind: 'win', text: '' })
  await field.flush()
  expect(disk.draft).toBeNull()
})

test('a draft is on the disk a moment after the last key, and at once when the app ends or the field is hidden', async () => {
  const { field, disk } = made()
  for (const text of ['H', 'Ha', 'Hal', 'Half']) field.keepDraft({ kind: 'win', text })
  expect(disk.draft).toBeNull()
  // A field whose page broke down begins with all that was written.
  expect(field.begin().draft).toEqual(half)
  await vi.advanceTimersByTimeAsync(1_000)
  expect(disk).toMatchObject({ draft: half, saves: 1 })
  field.keepDraft({ kind: 'win', text: 'Half a' })
  await field.flush()
  expect(disk.draft?.text).toBe('Half a')
  field.keepDraft({ kind: 'win', text: 'Half a thought' })
  field.hide()
  await vi.advanceTimersByTimeAsync(0)
  expect(disk.draft?.text).toBe('Half a thought')
})

test('the end of the app does not wait for ever for a disk that does not answer', async () => {
  const { field, disk } = made()
  disk.until = new Promise(() => {})
  field.keepDraft(half)
  const ended = vi.fn()
  void field.flush().then(ended)
  await vi.advanceTimersByTimeAsync(1_000)
  expect(ended).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(4_000)
  expect(ended).toHaveBeenCalledOnce()
})

test('what is written while a thought is being kept stays, also after a crash', async () => {
  const { field, disk, saving } = made()
  const until = gate()
  saving.until = until.opened
  field.keepDraft(half)
  const adding = field.add({ ...half, isOffered: false })
  field.keepDraft({ kind: 'win', text: 'Half and more' })
  until.open()
  await adding
  expect(disk.draft).toEqual({ kind: 'win', text: 'Half and more' })
})

test('a link’s words are offered and touch no draft, kept or left out', async () => {
  const { field, disk, added, emit } = made(half)
  field.open(offered)
  expect(emit).toHaveBeenLastCalledWith({ offered })
  expect(field.begin()).toMatchObject({ draft: half, offered })
  await field.add({ ...offered, isOffered: true })
  expect(disk.draft).toEqual(half)
  expect(field.begin().offered).toBeNull()
  field.open(offered)
  field.hide()
  expect(field.begin().offered).toBeNull()
  expect(added).toHaveLength(1)
})

test('called for again, the field goes on with what a link offers', () => {
  const { field, emit } = made()
  field.open(offered)
  field.open()
  expect(emit).toHaveBeenLastCalledWith({ offered: null })
  expect(field.begin().offered).toEqual(offered)
})

test('a thought that is kept counts as kept, also when the draft can’t be cleared', async () => {
  const { field, disk, failed } = made(half)
  disk.fails = true
  await field.add({ ...half, isOffered: false })
  expect(failed).toHaveBeenCalledOnce()
})
