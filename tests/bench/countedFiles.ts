/** The file-system port, with a count of the bytes that are written through it. */
import type { Files } from '../../src/main/disk/files'

export function countedFiles(files: Files): { readonly files: Files; readonly bytes: () => number } {
  let written = 0
  const create: Files['create'] = async (path) => {
    const file = await files.create(path)
    return {
      ...file,
      write(bytes) {
        written += bytes.length
        return file.write(bytes)
      },
    }
  }
  return { files: { ...files, create }, bytes: () => written }
}
