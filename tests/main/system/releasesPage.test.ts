import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { releasesPage } from '../../../src/main/system/releasesPage'

async function folderWith(manifest: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'throughline-manifest-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  await writeFile(join(folder, 'package.json'), manifest)
  return folder
}

test.each(['https://example.org/throughline', 'https://example.org/throughline/'])(
  'new versions are offered below the homepage %s',
  async (homepage) => {
    expect(releasesPage(await folderWith(JSON.stringify({ homepage })))).toBe(
      'https://example.org/throughline/releases',
    )
  },
)

test.each(['{}', '{"homepage":"file:///etc/passwd"}', '{"homepage":"javascript:alert(1)"}', '{"homepage":7}', '{'])(
  'a manifest %s names no page',
  async (manifest) => {
    expect(releasesPage(await folderWith(manifest))).toBeNull()
  },
)

test('nor does a folder without a manifest', () => {
  expect(releasesPage(join(tmpdir(), 'throughline-no-such-folder'))).toBeNull()
})
