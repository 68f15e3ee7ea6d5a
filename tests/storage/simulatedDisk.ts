/**
 * A disk that forgets: implements the file-system port in memory and knows which names and bytes were synced. `crashStates` yields the disks that a
 * power cut could leave: unsynced bytes absent, half, zero-filled or there; unsynced names old or new, a rename also both, never neither.
 */
import { basename, dirname, join } from 'node:path'
import type { FileInfo, OpenFile } from '../../src/main/disk/files'
import type { RawFiles } from '../../src/main/disk/rawFiles'

interface FileNode {
  readonly kind: 'file'
  readonly number: number
  bytes: Uint8Array
  synced: Uint8Array | null
  modified: number
}

interface FolderNode {
  readonly kind: 'folder'
  readonly number: number
  /** What each name stood for since the folder was last synced; the last one is the present. */
  readonly names: Map<string, NameStep[]>
  modified: number
}

type DiskNode = FileNode | FolderNode

interface NameStep {
  readonly node: DiskNode | null
  /** For the old name of a rename, the step of the new one: it is on the disk no later, so that a rename never loses the file. */
  readonly after?: { readonly step: NameStep; readonly folder: FolderNode; readonly name: string }
}

export class SimulatedDisk implements RawFiles {
  /** Bytes that `freeSpace` tells of. */
  free = 1e12

  private readonly root: FolderNode
  private numbers = 1
  private time = 1_000

  constructor(root?: FolderNode, numbers = 1) {
    this.root = root ?? { kind: 'folder', number: 0, names: new Map(), modified: 0 }
    this.numbers = numbers
  }

  async create(path: string): Promise<OpenFile> {
    if (this.at(path)) throw errno('EEXIST', path)
    const node: FileNode = {
      kind: 'file',
      number: this.numbers++,
      bytes: new Uint8Array(),
      synced: null,
      modified: this.time++,
    }
    this.name(path, { node })
    return {
      write: async (bytes) => {
        node.bytes = Uint8Array.from(Buffer.concat([node.bytes, bytes]))
        node.modified = this.time++
      },
      info: async () => infoOf(node),
      sync: async () => {
        node.synced = node.bytes
      },
      close: async () => undefined,
    }
  }

  async openFolder(path: string): Promise<Pick<OpenFile, 'sync' | 'close'>> {
    const folder = this.folder(path)
    return {
      sync: async () => {
        for (const name of folder.names.keys()) settle(folder, name)
      },
      close: async () => undefined,
    }
  }

  async read(path: string, limit: number) {
    const node = this.must(path)
    if (node.kind !== 'file') throw errno('EISDIR', path)
    if (node.bytes.length > limit) throw errno('EFBIG', path)
    return { bytes: node.bytes, info: infoOf(node) }
  }

  async info(path: string) {
    return infoOf(this.must(path))
  }

  async list(path: string) {
    return [...this.folder(path).names].flatMap(([name, steps]) => {
      const node = steps.at(-1)?.node
      return node ? [{ name, kind: node.kind }] : []
    })
  }

  async rename(from: string, to: string) {
    const node = this.must(from)
    const there: NameStep = { node }
    this.name(to, there)
    this.name(from, { node: null, after: { step: there, folder: this.folder(dirname(to)), name: basename(to) } })
  }

  async link(existing: string, added: string) {
    const node = this.must(existing)
    if (this.at(added)) throw errno('EEXIST', added)
    this.name(added, { node })
  }

  async remove(path: string) {
    this.must(path)
    this.name(path, { node: null })
  }

  async makeFolder(path: string) {
    if (this.at(path)) throw errno('EEXIST', path)
    this.name(path, { node: { kind: 'folder', number: this.numbers++, names: new Map(), modified: this.time++ } })
  }

  async removeFolder(path: string) {
    if ((await this.list(path)).length > 0) throw errno('ENOTEMPTY', path)
    this.name(path, { node: null })
  }

  async touch(path: string, text: string) {
    const node = this.must(path)
    if (node.kind === 'file') node.bytes = Buffer.from(text)
    node.modified = this.time++
  }

  async openToRead(path: string) {
    const node = this.must(path)
    if (node.kind !== 'file') throw errno('EISDIR', path)
    return {
      info: async () => infoOf(node),
      read: async (position: number, length: number) => node.bytes.slice(position, position + length),
      close: async () => undefined,
    }
  }

  async freeSpace(path: string) {
    this.folder(path)
    return this.free
  }

  /** Puts a file there as another program would, synced at once: under its name, with the folders above it, or into the file that is there. */
  put(path: string, bytes: Uint8Array, how: 'renamed' | 'in place' = 'renamed'): void {
    const old = how === 'in place' ? this.at(path) : null
    if (old?.kind === 'file') {
      old.bytes = bytes
      old.synced = bytes
      old.modified = this.time++
      return
    }
    this.makeFolders(dirname(path))
    const node: FileNode = { kind: 'file', number: this.numbers++, bytes, synced: bytes, modified: this.time++ }
    this.folder(dirname(path)).names.set(basename(path), [{ node }])
  }

  /** Every file with its path; nothing is followed twice. */
  files(path = '/'): { path: string; bytes: Uint8Array }[] {
    return [...this.folder(path).names].flatMap(([name, steps]) => {
      const node = steps.at(-1)?.node
      if (!node) return []
      return node.kind === 'file' ? [{ path: join(path, name), bytes: node.bytes }] : this.files(join(path, name))
    })
  }

  /** An independent disk with the same content, all of it synced. */
  copy(): SimulatedDisk {
    const [same] = this.crashStates(1, () => 1, true)
    return same ?? new SimulatedDisk()
  }

  /**
   * Up to `limit` of the disks that a power cut may leave, the extreme ones first. `random` gives numbers from 0 up to 1.
   * `intact` yields the present one only.
   */
  *crashStates(limit: number, random: () => number, intact = false): Generator<SimulatedDisk> {
    const seen = new Set<string>()
    const choices: ((count: number) => number)[] = intact
      ? [(count) => count - 1]
      : [
          () => 0,
          (count) => count - 1,
          ...Array.from({ length: limit * 3 }, () => (count: number) => Math.floor(random() * count)),
        ]
    for (const choose of choices) {
      if (seen.size >= limit) return
      const picked: number[] = []
      const pick = (count: number) => {
        const at = count === 1 ? 0 : choose(count)
        if (count > 1) picked.push(at)
        return at
      }
      const root = crashed(this.root, pick)
      const state = picked.join()
      if (seen.has(state)) continue
      seen.add(state)
      yield new SimulatedDisk(root, this.numbers)
    }
  }

  private makeFolders(path: string): void {
    if (this.at(path)) return
    this.makeFolders(dirname(path))
    const folder: FolderNode = { kind: 'folder', number: this.numbers++, names: new Map(), modified: this.time++ }
    this.folder(dirname(path)).names.set(basename(path), [{ node: folder }])
  }

  private name(path: string, step: NameStep): void {
    const { names } = this.folder(dirname(path))
    const steps = names.get(basename(path)) ?? [{ node: null }]
    names.set(basename(path), [...steps, step])
  }

  private folder(path: string): FolderNode {
    const node = this.must(path)
    if (node.kind !== 'folder') throw errno('ENOTDIR', path)
    return node
  }

  private must(path: string): DiskNode {
    const node = this.at(path)
    if (!node) throw errno('ENOENT', path)
    return node
  }

  private at(path: string): DiskNode | null {
    let node: DiskNode | null = this.root
    for (const name of path.split('/').filter((part) => part !== '')) {
      if (node?.kind !== 'folder') return null
      node = node.names.get(name)?.at(-1)?.node ?? null
    }
    return node
  }
}

/** The tree as the disk may hold it: for each name one of its steps, for each file one of its contents. */
function crashed(root: FolderNode, pick: (count: number) => number): FolderNode {
  const chosen = new Map<NameStep, boolean>()
  const walked = new Set<FolderNode>()
  const picks = new Map<FolderNode, Map<string, number>>()
  // First the names, everywhere, since a rename ties names of two folders together.
  const walk = (folder: FolderNode): void => {
    if (walked.has(folder)) return
    walked.add(folder)
    const own = new Map<string, number>()
    picks.set(folder, own)
    for (const [name, steps] of folder.names) {
      const at = pick(steps.length)
      own.set(name, at)
      for (const [number, step] of steps.entries()) {
        chosen.set(step, number <= at)
        if (step.node?.kind === 'folder') walk(step.node)
      }
    }
  }
  walk(root)
  const contents = new Map<DiskNode, DiskNode>()
  const build = (node: DiskNode): DiskNode => {
    const built = contents.get(node)
    if (built) return built
    if (node.kind === 'file') {
      const options = contentsOf(node)
      const bytes = options[pick(options.length)] ?? node.bytes
      const file: FileNode = { ...node, bytes, synced: bytes }
      contents.set(node, file)
      return file
    }
    const folder: FolderNode = { ...node, names: new Map() }
    contents.set(node, folder)
    for (const [name, steps] of node.names) {
      let at = picks.get(node)?.get(name) ?? steps.length - 1
      for (let after = steps[at]?.after; at > 0 && after && chosen.get(after.step) === false; after = steps[at]?.after)
        at--
      const kept = steps[at]?.node
      // A folder has one name at a time, unlike a file: where a rename could have left both, the first one that comes up is it.
      if (kept?.kind === 'folder' && contents.has(kept)) continue
      if (kept) folder.names.set(name, [{ node: build(kept) }])
    }
    return folder
  }
  const built = build(root)
  return built.kind === 'folder' ? built : root
}

function contentsOf({ bytes, synced }: FileNode): Uint8Array[] {
  if (synced === bytes) return [bytes]
  return [synced ?? new Uint8Array(), bytes.slice(0, bytes.length >> 1), new Uint8Array(bytes.length), bytes]
}

/** The present step of a name is on the disk, with the new names that its renames gave. */
function settle(folder: FolderNode, name: string): void {
  const steps = folder.names.get(name) ?? []
  folder.names.set(name, steps.slice(-1))
  for (const { after } of steps) {
    const there = after?.folder.names.get(after.name)
    const at = after && there ? there.indexOf(after.step) : -1
    if (after && there && at > 0) after.folder.names.set(after.name, there.slice(at))
  }
}

function infoOf(node: DiskNode): FileInfo {
  return {
    kind: node.kind,
    size: node.kind === 'file' ? node.bytes.length : 0,
    modified: node.modified,
    identity: node.number,
  }
}

export function errno(code: string, path = ''): Error {
  return Object.assign(new Error(`${code}: ${path}`), { code })
}
