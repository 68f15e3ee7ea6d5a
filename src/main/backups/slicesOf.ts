/** The bytes of a file from one place to another, a slice at a time: no archive is ever whole in memory. */
import type { ReadableFile } from '../disk/rawFiles'

const slice = 1_000_000

export async function* slicesOf(file: ReadableFile, start: number, end: number): AsyncGenerator<Uint8Array> {
  for (let at = start; at < end; at += slice) yield await file.read(at, Math.min(slice, end - at))
}
