import { createHash } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** A node of an archive's header: https://github.com/electron/asar#format */
interface AsarNode {
  readonly files?: Readonly<Record<string, AsarNode>>
  readonly size?: number
  readonly offset?: string
}

/**
 * A folder with the files of an archive, which Node cannot read in it as Electron does: it bears the archive's name, and nothing in it can be
 * written. It lies beside the archive and is made once.
 */
export function unpackedAsar(archive: string): string {
  const bytes = readFileSync(archive)
  const home = join(dirname(archive), 'standin', createHash('sha256').update(bytes).digest('hex').slice(0, 16))
  const folder = join(home, 'app.asar')
  if (existsSync(folder)) return folder
  mkdirSync(dirname(home), { recursive: true })
  const fresh = mkdtempSync(`${home}-`)
  // The header's size, the length of its text and the text itself; the files' bytes come behind it.
  const headerSize = bytes.readUInt32LE(4)
  const header: AsarNode = JSON.parse(bytes.toString('utf8', 16, 16 + bytes.readUInt32LE(12)))
  unpack(header, join(fresh, 'app.asar'), bytes.subarray(8 + headerSize))
  try {
    renameSync(fresh, home)
  } catch (error) {
    // Another start was faster, with the same files.
    if (!existsSync(folder)) throw error
    rmSync(fresh, { recursive: true })
  }
  return folder
}

function unpack({ files = {} }: AsarNode, folder: string, content: Buffer): void {
  mkdirSync(folder)
  for (const [name, node] of Object.entries(files)) {
    const path = join(folder, name)
    if (node.files) {
      unpack(node, path, content)
      continue
    }
    const start = Number(node.offset)
    writeFileSync(path, content.subarray(start, start + (node.size ?? 0)), { mode: 0o444 })
  }
  chmodSync(folder, 0o555)
}
