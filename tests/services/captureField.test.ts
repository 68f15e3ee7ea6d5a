import { expect, test, vi } from 'vitest'
import { Failure } from '#shared/domain/failure'
import { createCaptureField, type Draft } from '../../src/main/services/captureField'

function made(first: Draft | null = null) {
  const disk = { draft: first, fails: false }
  const added: Draft[] = []
  const tell = vi.fn()
  const failed = vi.fn()
  const field = createCaptureField({
    locale: 'en',
    window: { open: vi.fn(), hide: vi.fn() },
    draft: () => disk.draft,
    async keepDraft(draft) {
      if (disk.fails) throw new Failure('disk-full', 'made up')
      disk.draft = draft
    },
    add: async (draft) => added.push(draft),
    tell,
    failed,
  })
  return { field, disk, added, tell, failed }
}

const offered: Draft = { kind: 'note', text: 'From a link' }

test('what is kept is not there again; an empty draft is none', async () => {
  const { field, disk, added } = made()
  await field.keepDraft({ kind: 'win', text: 'Half' })
  expect(field.begin()).toMatchObject({ draft: { kind: 'win', text: 'Half' }, offered: null })
  await field.add({ kind: 'win', text: 'Half and whole', isOffered: false })
  expect(added).toEqual([{ kind: 'win', text: 'Half and whole' }])
  expect(disk.draft).toBeNull()
  await field.keepDraft({ kind: 'win', text: '' })
  expect(disk.draft).toBeNull()
})

test('a link’s words are offered and touch no draft, kept or left out', async () => {
  const { field, disk, added, tell } = made({ kind: 'win', text: 'Mine' })
  expect(added).toEqual([])
  field.open(offered)
  expect(tell).toHaveBeenLastCalledWith({ offered })
  expect(field.begin()).toMatchObject({ draft: { text: 'Mine' }, offered })
  await field.add({ ...offered, isOffered: true })
  expect(disk.draft?.text).toBe('Mine')
  expect(field.begin().offered).toBeNull()
  field.open(offered)
  field.hide()
  expect(field.begin().offered).toBeNull()
  expect(added).toHaveLength(1)
})

test('a thought that is kept counts as kept, also when the draft can’t be cleared', async () => {
  const { field, disk, failed } = made()
  disk.fails = true
  await field.add({ kind: 'note', text: 'x', isOffered: false })
  expect(failed).toHaveBeenCalledOnce()
})
