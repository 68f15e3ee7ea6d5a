import { describe, expect, test } from 'vitest'
import { createJournalLocation } from '../../../src/main/services/journal/journalLocation'
import type { Desktop } from '../../../src/main/services/ports/desktop'
import type { FolderContent } from '../../../src/main/services/ports/journalPlace'

interface World {
  readonly content: FolderContent
  readonly there: boolean
  readonly agrees: boolean
}

/** A person who chooses `/chosen`, and what was asked of them and done. */
function choosing({ content, there, agrees }: World, chosen: string | null = '/chosen') {
  const done: string[] = []
  const desktop: Desktop = {
    chooseFolder: async () => chosen,
    chooseFile: async () => null,
    showFolder: async () => {},
    confirm: async ({ question }) => {
      done.push(`asked: ${question}`)
      return agrees
    },
    openLink: async () => {},
    copyText: () => {},
  }
  const choice = createJournalLocation(desktop, {
    current: () => '/present',
    isThere: async () => there,
    look: async () => content,
    copyTo: async (folder) => void done.push(`copied to ${folder}`),
    goTo: async (folder) => void done.push(`went to ${folder}`),
    beginIn: async (folder) => void done.push(`began in ${folder}`),
  })
  return { choice, done }
}

describe('choosing a folder', () => {
  test.each<[World, string | null, string[]]>([
    [{ content: 'empty', there: true, agrees: true }, 'moved', ['copied to /chosen']],
    [{ content: 'other-journal', there: true, agrees: true }, 'opened', ['went to /chosen']],
    [
      { content: 'same-journal', there: true, agrees: true },
      'opened',
      ['asked: This folder holds a copy of your journal.', 'went to /chosen'],
    ],
    [
      { content: 'same-journal', there: true, agrees: false },
      null,
      ['asked: This folder holds a copy of your journal.'],
    ],
    [{ content: 'same-journal', there: false, agrees: false }, 'opened', ['went to /chosen']],
    [
      { content: 'empty', there: false, agrees: true },
      'begun',
      ['asked: Start a new journal in this folder?', 'began in /chosen'],
    ],
    [{ content: 'empty', there: false, agrees: false }, null, ['asked: Start a new journal in this folder?']],
    [{ content: 'current', there: true, agrees: true }, null, []],
    [
      { content: 'current', there: false, agrees: true },
      'begun',
      ['asked: Start a new journal in this folder?', 'began in /chosen'],
    ],
  ])('%o ends %s', async (world, how, expected) => {
    const { choice, done } = choosing(world)
    expect(await choice.choose()).toEqual({ how })
    expect(done).toEqual(expected)
  })

  test.each<[FolderContent, string]>([
    ['entangled', 'entangled'],
    ['other-things', 'not-empty'],
  ])('%s is refused', async (content, code) => {
    const { choice, done } = choosing({ content, there: true, agrees: true })
    await expect(choice.choose()).rejects.toMatchObject({ code })
    expect(done).toEqual([])
  })

  test('closing the dialog changes nothing', async () => {
    const { choice, done } = choosing({ content: 'empty', there: true, agrees: true }, null)
    expect(await choice.choose()).toEqual({ how: null })
    expect(done).toEqual([])
  })
})
