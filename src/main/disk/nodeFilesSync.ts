/**
 * The file-system port on Node's calls that answer at once: for a thread that has nothing else to do. A call takes a tenth of what one through the pool
 * of threads takes, of which there are a dozen for a file. Never for the main process.
 */
import * as fs from 'node:fs'
import type { Files, OpenFile } from './files'
import { infoOf, kindOf } from './nodeFiles'
import { readAtOnce } from './readAtOnce'

export const nodeFilesSync: Files = {
  create: async (path) => opened(fs.openSync(path, 'wx', 0o600)),
  openFolder: async (path) => opened(fs.openSync(path, 'r')),
  read: async (path, limit) => readAtOnce(path, limit),
  info: async (path) => infoOf(fs.lstatSync(path)),
  list: async (folder) =>
    fs.readdirSync(folder, { withFileTypes: true }).map((item) => ({ name: item.name, kind: kindOf(item) })),
  rename: async (from, to) => fs.renameSync(from, to),
  link: async (existing, added) => fs.linkSync(existing, added),
  remove: async (path) => fs.unlinkSync(path),
  makeFolder: async (path) => void fs.mkdirSync(path, 0o700),
  removeFolder: async (path) => fs.rmdirSync(path),
  touch: async (path, text) => {
    const file = fs.openSync(path, 'r+')
    try {
      fs.writeSync(file, text, 0)
    } finally {
      fs.closeSync(file)
    }
  },
}

function opened(file: number): OpenFile {
  return {
    // Writes all of it, however often the system takes a part only.
    write: async (bytes) => fs.writeFileSync(file, bytes),
    info: async () => infoOf(fs.fstatSync(file)),
    sync: async () => fs.fsyncSync(file),
    close: async () => fs.closeSync(file),
  }
}
