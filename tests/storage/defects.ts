/** Looks at an open journal and says in words what a person would have lost. An empty list means: nothing. */
import { isDeepStrictEqual } from 'node:util'
import type { Notice } from '#shared/contract/health'
import type { Entry } from '#shared/domain/entry/entry'
import type { OpenJournal } from '../../src/main/storage/journal/openJournal'
import { collected } from './sample'
import type { Stored } from './scenarios'

/** `one of` these has to be what is stored: before and after a step that never answered. */
export async function defectsOf(
  { entries, settings }: Pick<OpenJournal, 'entries' | 'settings'>,
  expected: readonly Stored[],
): Promise<string[]> {
  const notices: Notice[] = []
  entries.onNotice((notice) => notices.push(notice))
  const shown = await collected(entries.all())
  const trashed = (await entries.trashed()).map(({ record }) => record)
  const defects = notices
    .filter(({ kind }) => kind !== 'duplicate' && kind !== 'copy')
    .map(({ kind, file }) => `notice ${kind} about ${file}`)
  if (!expected.some((stored) => isDeepStrictEqual(stored.settings, settings.value))) defects.push('settings are wrong')
  const ids = new Set(expected.flatMap((stored) => [...stored.entries.keys()]))
  for (const entry of [...shown, ...trashed]) ids.add(entry.id)
  for (const id of ids) {
    const found = placesOf(id, shown, trashed)
    const allowed = expected.map((stored) => stored.entries.get(id))
    if (!allowed.some((one) => isDeepStrictEqual(found, one ? [one] : [])))
      defects.push(`${id} is ${said(found)}, expected ${allowed.map((one) => said(one ? [one] : [])).join(' or ')}`)
  }
  return defects
}

type Found = { entry: Entry; place: 'entries' | 'trash' }

function placesOf(id: string, shown: readonly Entry[], trashed: readonly Entry[]): Found[] {
  return [
    ...shown.filter((entry) => entry.id === id).map((entry) => ({ entry, place: 'entries' as const })),
    ...trashed.filter((entry) => entry.id === id).map((entry) => ({ entry, place: 'trash' as const })),
  ]
}

function said(found: readonly Found[]): string {
  return found.map(({ entry, place }) => `revision ${entry.revision} in ${place}`).join(' and ') || 'nowhere'
}
