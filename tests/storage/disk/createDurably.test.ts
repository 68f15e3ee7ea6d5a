/** A file that must not be there yet: what has its name stays as it is, and nothing unfinished is left. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createDurably } from '../../../src/main/disk/createDurably'
import { nodeDisk } from '../../../src/main/disk/disk'
import { errorCode } from '../../../src/main/disk/files'
import { nodeFiles } from '../../../src/main/disk/nodeFiles'
import { nodeFilesSync } from '../../../src/main/disk/nodeFilesSync'
import { freshFolder } from '../freshFolder'
import { errno } from '../simulatedDisk'

const noLinks = {
  ...nodeFiles,
  link: async () => {
    throw errno('EPERM', 'a disk without links')
  },
}

test.each([
  ['through the pool of threads', nodeFiles],
  ['on a thread of its own', nodeFilesSync],
  ['on a disk without links', noLinks],
])('a name that is taken is not taken over, %s', async (_, files) => {
  const folder = await freshFolder()
  await mkdir(folder)
  const disk = nodeDisk({ files, wait: async () => undefined })
  const [free, taken] = [join(folder, 'free'), join(folder, 'taken')]
  await writeFile(taken, 'somebody’s')
  await createDurably(disk, free, Buffer.from('ours'))
  expect(await readFile(free, 'utf8')).toBe('ours')
  const refused = await createDurably(disk, taken, Buffer.from('ours')).catch(errorCode)
  expect(refused).toBe('EEXIST')
  expect(await readFile(taken, 'utf8')).toBe('somebody’s')
  expect((await readdir(folder)).sort()).toEqual(['free', 'taken'])
})
