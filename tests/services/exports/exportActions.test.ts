/** An export of one entry, as a person asks for it. */
import { expect, test } from 'vitest'
import { createExportActions } from '../../../src/main/services/exports/exportActions'
import { searchExport } from '../../../src/main/services/search/searchExport'
import { fileOfRecord } from '../../../src/main/storage/journal/fileOfRecord'
import { deskWith } from '../../exports/renderedHere'
import { fakeEntryStore } from '../fakeEntryStore'
import { idOf, madeEntry } from '../made'

function actionsOver(store: ReturnType<typeof fakeEntryStore>, chosen: string | null = '/out') {
  const written = new Map<string, string>()
  const asked: string[] = []
  const actions = createExportActions<string>({
    entries: () => store,
    openSource: async () =>
      searchExport([], {
        ...store,
        readFound: ({ id }) => store.read(id),
        fileOf: ({ id }) => id,
        isLog: () => false,
        partOf: async () => null,
      }),
    desktop: {
      chooseFolder: async (title) => {
        asked.push(title)
        return chosen
      },
      copyText: () => {},
    },
    openDesk: () =>
      deskWith(async () => ({
        async writeNew(name, text) {
          written.set(name, text)
          return 'written'
        },
        names: async () => [...written.keys()],
        sync: async () => undefined,
      })),
    fileOf: (item) => fileOfRecord(item),
    markdownOf: async () => '',
  })
  return { actions, written, asked }
}

test('has the entry, and says how many second versions of it wait for a choice', async () => {
  const store = fakeEntryStore([madeEntry(1, { title: 'The plan' }), madeEntry(2)])
  store.copies.set(idOf(1), [{ copy: 'a', record: madeEntry(1, { title: 'Another' }) }])
  store.copies.set(idOf(2), [{ copy: 'b', record: madeEntry(2, { title: 'Not asked for' }) }])
  const { actions, written } = actionsOver(store)
  expect(await actions.saveEntry(idOf(1))).toMatchObject({ folder: '/out', written: 1, copies: 1, failed: [] })
  expect([...written.values()].join('')).toContain('The plan')
  expect([...written.values()].join('')).not.toContain('Another')
})

test('an entry that is not there is said before a folder is asked for', async () => {
  const { actions, asked } = actionsOver(fakeEntryStore())
  await expect(actions.saveEntry(idOf(1))).rejects.toMatchObject({ code: 'not-found' })
  expect(asked).toEqual([])
})
