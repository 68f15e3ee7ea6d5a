import { describe, expect, it } from 'vitest'
import {
  maxSavedSearches,
  type SavedSearch,
  savedSearchSchema,
  savedUnder,
  withSearch,
} from '#shared/domain/search/savedSearch'
import { defaultSettings, settingsSchema } from '#shared/domain/settings/settings'

const saved: readonly SavedSearch[] = [
  { name: 'Wins', query: 'kind:win', colour: 'green' },
  { name: 'Dana', query: '@Dana' },
]

describe('saved searches', () => {
  it('are found by their name, whatever its case and the spaces around it', () => {
    expect(savedUnder(' wins ', saved)).toBe(saved[0])
    expect(savedUnder('win', saved)).toBe(undefined)
  })

  it('grow by one, at the end, without the spaces around its name', () => {
    expect(withSearch(saved, ' Retro ', 'tag:retro')).toEqual([...saved, { name: 'Retro', query: 'tag:retro' }])
  })

  it('have each name once: the same name gets the new query, and keeps its place and what is not known here', () => {
    expect(withSearch(saved, 'WINS', 'kind:win in:2026')).toEqual([
      { name: 'WINS', query: 'kind:win in:2026', colour: 'green' },
      saved[1],
    ])
  })

  it('are part of the settings, with their limits and their unknown fields', () => {
    const settings = { ...defaultSettings, savedSearches: [...saved] }
    expect(settingsSchema.parse(settings)).toEqual(settings)
    const many = Array.from({ length: maxSavedSearches + 1 }, (_, at) => ({ name: `${at}`, query: 'x' }))
    expect(settingsSchema.safeParse({ ...settings, savedSearches: many.slice(1) }).success).toBe(true)
    expect(settingsSchema.safeParse({ ...settings, savedSearches: many }).success).toBe(false)
    for (const part of [{ name: '' }, { name: 'x'.repeat(61) }, { query: '' }, { query: 'x'.repeat(501) }])
      expect(savedSearchSchema.safeParse({ ...saved[0], ...part }).success).toBe(false)
  })
})
