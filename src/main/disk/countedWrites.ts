/** Files whose writes are counted while they are under way, from wherever they come: no write can pass by what waits for all of them. */
import type { Files, OpenFile } from './files'

export interface WriteCount {
  begin(): void
  end(): void
}

export function countedWrites(files: Files, count: WriteCount): Files {
  async function during<T>(write: () => Promise<T>): Promise<T> {
    count.begin()
    try {
      return await write()
    } finally {
      // A turn later: the next step of the same save has begun by then, and the save counts as one.
      setImmediate(count.end)
    }
  }

  return {
    ...files,
    create: (path, target) => during(async () => countedFile(await files.create(path, target), during)),
    rename: (from, to) => during(() => files.rename(from, to)),
    link: (existing, added) => during(() => files.link(existing, added)),
    remove: (path) => during(() => files.remove(path)),
    makeFolder: (path) => during(() => files.makeFolder(path)),
    removeFolder: (path) => during(() => files.removeFolder(path)),
    openFolder: (path) => during(() => files.openFolder(path)),
  }
}

/** What is written into the process's lock is no write of a person's. */
function countedFile(file: OpenFile, during: <T>(write: () => Promise<T>) => Promise<T>): OpenFile {
  return {
    write: (bytes) => during(() => file.write(bytes)),
    sync: () => during(() => file.sync()),
    close: () => during(() => file.close()),
    info: () => file.info(),
  }
}
