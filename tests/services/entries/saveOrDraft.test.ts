/** Words that arrive once the key is overwritten become a draft, whose sealing needs the public key alone. */
import { expect, test } from 'vitest'
import type { Request } from '#shared/contract/requests'
import { Failure } from '#shared/domain/failure'
import { saveOrDraft } from '../../../src/main/services/entries/saveOrDraft'
import { sampleEntry } from '../../storage/sample'

const { created: _, updated: __, revision: base, schema: ___, ...fields } = sampleEntry()
const saved = { ...fields, base }

function made(isKeyOverwritten: boolean) {
  const kept: Request<'drafts.keep'>[] = []
  const save = saveOrDraft({
    save: async () => {
      throw new Failure('locked', 'made up')
    },
    drafts: {
      async keep(draft) {
        kept.push(draft)
        return null
      },
    },
    isKeyOverwritten: () => isKeyOverwritten,
  })
  return { save, kept }
}

test('without the key they are kept, and the page still gets why they were not saved', async () => {
  const { save, kept } = made(true)
  await expect(save(saved)).rejects.toMatchObject({ code: 'locked' })
  expect(kept).toEqual([{ kind: 'entry', id: saved.id, base, words: JSON.stringify(saved) }])
})

test('with it the page keeps them itself', async () => {
  const { save, kept } = made(false)
  await expect(save(saved)).rejects.toMatchObject({ code: 'locked' })
  expect(kept).toEqual([])
})
