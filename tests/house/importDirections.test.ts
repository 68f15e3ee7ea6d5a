/** The linter refuses imports against the house's directions, and lets the right ones pass. */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const repository = join(import.meta.dirname, '../..')

/** Each import in a file of its own, in an empty house with the project's own rules; resolves to those the linter refused. */
function refusedOf(imports: readonly (readonly [file: string, from: string])[], house: string): ReadonlySet<string> {
  cpSync(join(repository, 'biome.json'), join(house, 'biome.json'))
  for (const [at, [file, from]] of imports.entries()) {
    const path = join(house, numbered(file, at))
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, `import { x } from '${from}'\n\nexport const y = x\n`)
  }
  const run = spawnSync(
    join(repository, 'node_modules/.bin/biome'),
    ['lint', '--only=style/noRestrictedImports', '--vcs-enabled=false', '--max-diagnostics=none', '--colors=off', '.'],
    { cwd: house, encoding: 'utf8' },
  )
  const output = run.stdout + run.stderr
  expect(output).toContain(`Checked ${imports.length + 1} files`)
  return new Set(imports.map(([file], at) => numbered(file, at)).filter((file) => output.includes(`${file}:`)))
}

function numbered(file: string, at: number): string {
  return file.replace('x.ts', `x${at}.ts`)
}

const wrong: readonly (readonly [file: string, from: string])[] = [
  ['src/shared/domain/entry/x.ts', '../../document/document'],
  ['src/shared/domain/entry/x.ts', 'electron'],
  ['src/shared/domain/x.ts', 'node:fs'],
  ['src/shared/domain/x.ts', '../document/document'],
  ['src/shared/domain/search/x.ts', '../../facts/writtenFacts'],
  ['src/shared/document/x.ts', '../facts/documentFacts'],
  ['src/shared/facts/x.ts', '../contract/requests'],
  ['src/shared/facts/x.ts', '../messages/messages'],
  ['src/shared/facts/x.ts', 'lexical'],
  ['src/shared/facts/x.ts', '../../main/storage/kinds/kinds'],
  ['src/shared/document/x.ts', '../contract/requests'],
  ['src/shared/document/x.ts', 'lexical'],
  ['src/shared/document/x.ts', 'react'],
  ['src/shared/async/x.ts', '../../main/async/withTimeout'],
  ['src/shared/async/x.ts', '../document/document'],
  ['src/shared/contract/x.ts', '../../main/services/journal/journal'],
  ['src/main/services/entries/x.ts', 'electron'],
  ['src/main/services/entries/x.ts', 'node:fs/promises'],
  ['src/main/services/entries/x.ts', '../../storage/journal/openJournal'],
  ['src/main/services/entries/x.ts', '../../disk/disk'],
  ['src/main/services/entries/x.ts', '../../app/startApp'],
  ['src/main/async/x.ts', '../disk/disk'],
  ['src/main/async/x.ts', '../services/journal/journal'],
  ['src/main/threads/x.ts', '../services/journal/journal'],
  ['src/main/threads/x.ts', '../disk/disk'],
  ['src/main/disk/x.ts', '../storage/journal/openJournal'],
  ['src/main/disk/x.ts', '../services/ports/clock'],
  ['src/main/disk/x.ts', 'electron'],
  ['src/main/storage/records/x.ts', 'electron'],
  ['src/main/storage/records/x.ts', '../../services/journal/journal'],
  ['src/main/storage/records/x.ts', '../../indexer/indexer'],
  ['src/main/storage/records/x.ts', '../../exports/renderRecord'],
  ['src/main/storage/records/x.ts', '../../app/startApp'],
  ['src/main/storage/encryption/x.ts', '../../services/encryption/lock'],
  ['src/main/storage/encryption/x.ts', 'node:crypto'],
  ['src/main/storage/encryption/cipher/algorithms.ts', 'node:crypto'],
  ['src/main/storage/encryption/x.ts', '../../services/journal/journal'],
  ['src/main/services/entries/x.ts', '../../indexer/openIndex'],
  ['src/main/indexer/x.ts', 'electron'],
  ['src/main/indexer/x.ts', '../services/journal/journal'],
  ['src/main/backups/x.ts', 'electron'],
  ['src/main/backups/x.ts', 'node:fs/promises'],
  ['src/main/backups/x.ts', '../services/journal/journal'],
  ['src/main/services/backups/x.ts', '../../backups/openBackupStore'],
  ['src/main/services/exports/x.ts', '../../exports/renderRecord'],
  ['src/main/exports/x.ts', 'electron'],
  ['src/main/exports/x.ts', 'node:fs/promises'],
  ['src/main/exports/x.ts', '../services/exports/exportEntries'],
  ['src/main/exports/exportFolder.ts', '../services/exports/exportEntries'],
  ['src/main/windows/x.ts', '../../renderer/state/bridge'],
  ['src/main/cli/x.ts', 'electron'],
  ['src/main/cli/x.ts', '../windows/mainWindow'],
  ['src/main/cli/x.ts', '../app/startApp'],
  ['src/main/app/x.ts', '../../renderer/state/bridge'],
  ['src/preload/x.ts', '#shared/contract/requests'],
  ['src/preload/x.ts', 'node:fs'],
  ['src/renderer/features/list/x.ts', '../page/Page'],
  ['src/renderer/features/list/x.ts', '../search/openHit'],
  ['src/renderer/features/list/x.ts', '../../app/commands'],
  ['src/renderer/features/list/x.ts', 'electron'],
  ['src/renderer/ui/x.ts', '../features/list/EntryList'],
  ['src/renderer/ui/list/x.ts', '../../features/list/EntryList'],
  ['src/renderer/state/x.ts', '../ui/Button'],
  ['src/renderer/state/draft/x.ts', '../../ui/Button'],
  ['src/renderer/editor/page/x.ts', '../../features/page/Page'],
  ['src/renderer/captureWindow/x.ts', '../editor/page/Answer'],
  ['src/renderer/captureWindow/x.ts', '../features/page/Page'],
  ['src/renderer/captureWindow/x.ts', '../../main/app/startApp'],
  ['src/renderer/app/x.ts', '../../main/app/startApp'],
]

const right: readonly (readonly [file: string, from: string])[] = [
  ['src/shared/document/x.ts', '../domain/entry/entry'],
  ['src/shared/facts/x.ts', '../domain/entry/entry'],
  ['src/shared/facts/x.ts', '../document/addresses'],
  ['src/shared/contract/x.ts', '../facts/writtenFacts'],
  ['src/shared/domain/search/query/x.ts', '../../template/builtIn/builtInTemplates'],
  ['src/main/services/entries/x.ts', '../ports/clock'],
  ['src/main/services/journal/x.ts', '../exports/exportEntries'],
  ['src/main/services/journal/x.ts', '../backups/backups'],
  ['src/main/services/journal/x.ts', '../app/appEvents'],
  ['src/main/services/entries/x.ts', '#shared/domain/entry/entry'],
  ['src/main/services/entries/x.ts', '../../async/coalesce'],
  ['src/main/async/x.ts', 'node:timers/promises'],
  ['src/main/disk/x.ts', './disk'],
  ['src/main/disk/x.ts', '#shared/domain/failure'],
  ['src/main/disk/x.ts', '../async/keyedQueue'],
  ['src/main/storage/encryption/x.ts', '../../services/ports/seal'],
  ['src/main/storage/records/x.ts', '../../services/ports/recordStore'],
  ['src/main/storage/records/x.ts', '../layout/journalFolder'],
  ['src/main/storage/records/x.ts', '../../disk/disk'],
  ['src/main/indexer/x.ts', '../storage/records/recordFiles'],
  ['src/main/backups/x.ts', '../disk/nodeFiles'],
  ['src/main/cli/x.ts', '../storage/journal/openJournal'],
  ['src/main/backups/x.ts', '../services/ports/backupStore'],
  ['src/main/exports/x.ts', '../services/ports/markdownRenderer'],
  ['src/preload/x.ts', '#shared/contract/channels'],
  ['src/preload/x.ts', 'electron'],
  ['src/renderer/features/list/x.ts', '../../ui/Button'],
  ['src/renderer/features/list/x.ts', './timeline'],
  ['src/renderer/app/x.ts', '../features/list/EntryList'],
]

describe('the linter', () => {
  const all = [...wrong, ...right]
  const house = mkdtempSync(join(tmpdir(), 'throughline-house-'))
  let refused: ReadonlySet<string> = new Set()
  beforeAll(() => {
    refused = refusedOf(all, house)
  })
  afterAll(() => rmSync(house, { recursive: true }))

  test.each(wrong.map(([file, from], at) => [file, from, at] as const))(
    'refuses in %s the import of %s',
    (file, _, at) => {
      expect(refused).toContain(numbered(file, at))
    },
  )

  test.each(right.map(([file, from], at) => [file, from, wrong.length + at] as const))(
    'allows in %s the import of %s',
    (file, _, at) => {
      expect(refused).not.toContain(numbered(file, at))
    },
  )
})
