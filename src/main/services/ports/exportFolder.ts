/** The folder an export goes into. Nothing in it is ever overwritten. */
export interface ExportFolder<Text> {
  /** `exists` when the name is taken by other content. Throws a `Failure`. Nothing of it counts before `sync`. */
  writeNew(name: string, text: Text): Promise<'written' | 'unchanged' | 'exists'>
  /** Of all files in it. */
  names(): Promise<readonly string[]>
  /** What was written so far is on the disk for good. Throws a `Failure`: then it is unknown what of it is. */
  sync(): Promise<void>
}
