/** A simulated disk with a journal on it, as bytes: what they say does not matter to who copies them. */

import type { RawFiles } from '../../src/main/disk/rawFiles'
import { rawDisk } from '../../src/main/disk/rawFiles'
import type { BackupOrder } from '../../src/main/services/ports/backupStore'
import { SimulatedDisk } from '../storage/simulatedDisk'

export const journalId = '01950000-0000-7000-8000-0123456789ab'
export const order: BackupOrder = {
  journal: '/home/journal',
  reason: 'asked',
  now: '2026-03-02T18:00:00Z',
  after: 0,
  version: '1.0.0',
}
export const folder = '/home/journal-backups'

export const sampleFiles: Readonly<Record<string, string>> = {
  'journal.json': JSON.stringify({ schema: 1, id: journalId, created: '2026-03-01T08:00:00Z' }),
  'settings.json': '{"schema":1}',
  'entries/2026/2026-03-02-01950001-0000-7000-8000-000000000001.json': 'Words of the second of March. '.repeat(50),
  'entries/2025/2025-12-31-01950002-0000-7000-8000-000000000002.json': 'Words of the last day.',
  'versions/01950001-0000-7000-8000-000000000001/1-20260302T080000000Z.json': 'Earlier words.',
  'captures/2026/2026-03-02.json': '{}',
  'quarantine/damaged.json': '\u0000\u0001',
  'trash/empty.json': '',
}

/** Made of `files`; lies at `/home/journal`, locks and an unfinished file beside them. */
export async function diskWithJournal(files: Readonly<Record<string, string>> = sampleFiles): Promise<SimulatedDisk> {
  const disk = new SimulatedDisk()
  await disk.makeFolder('/home')
  const lying = { ...files, 'locks/a.lock': '', '.throughline-0123456789abcdef01234567.tmp': 'half' }
  for (const [path, text] of Object.entries(lying)) {
    const names = ['home', 'journal', ...path.split('/')]
    for (const at of names.keys()) {
      const above = `/${names.slice(0, at).join('/')}`
      if (at > 0 && !(await isThere(disk, above))) await disk.makeFolder(above)
    }
    disk.put(`/${names.join('/')}`, Buffer.from(text))
  }
  return disk.copy()
}

export function on(files: RawFiles) {
  return rawDisk({ files, platform: 'linux', wait: async () => undefined })
}

/** The texts in a journal's folder, without locks and unfinished files. */
export function textsIn(disk: SimulatedDisk, root = '/home/journal'): Record<string, string> {
  const found = disk
    .files(root)
    .map(({ path, bytes }) => [path.slice(root.length + 1), Buffer.from(bytes).toString()] as const)
  return Object.fromEntries(found.filter(([path]) => !path.startsWith('locks/') && !path.endsWith('.tmp')))
}

async function isThere(disk: SimulatedDisk, path: string): Promise<boolean> {
  return disk.info(path).then(
    () => true,
    () => false,
  )
}
