/** Guards that keep words safe or strangers out, each with the way to take it out and the test that has to notice. */
export interface Guard {
  readonly name: string
  /** Under `src/`. */
  readonly file: string
  /** What stands there exactly once. */
  readonly guard: string
  readonly without: string
  /** Under `tests/`. */
  readonly test: string
}

export const guards: readonly Guard[] = [
  {
    name: 'a file is on the disk before it has its name',
    file: 'main/storage/writeTemporary.ts',
    guard: 'await file.sync()',
    without: '',
    test: 'storage/crashes.test.ts',
  },
  {
    name: 'a name is on the disk before a save is done',
    file: 'main/storage/saveDurably.ts',
    guard: 'await syncFolder(disk, folder)',
    without: '',
    test: 'storage/crashes.test.ts',
  },
  {
    name: 'a write that was cut short is a failure',
    file: 'main/storage/writeTemporary.ts',
    guard: 'if (info.size !== bytes.length)',
    without: 'if (info.size < 0)',
    test: 'storage/faults.test.ts',
  },
  {
    name: 'an unfinished file goes when its write fails',
    file: 'main/storage/writeTemporary.ts',
    guard: 'await discard(disk, path)\n    throw',
    without: 'throw',
    test: 'storage/fullDisk.test.ts',
  },
  {
    name: 'what is read fits its schema',
    file: 'main/storage/format.ts',
    guard: "checked(format, document, 'unreadable')",
    without: '',
    test: 'storage/format.test.ts',
  },
  {
    name: 'what is read is not nested without end',
    file: 'main/storage/format.ts',
    guard: "if (jsonDepth(text) > maxDepth) throw new Failure('unreadable', 'nested too deep')",
    without: '',
    test: 'storage/format.test.ts',
  },
  {
    name: 'a newer app’s document is left alone',
    file: 'main/storage/migrations.ts',
    guard: 'if (version > target)',
    without: 'if (version < 0)',
    test: 'storage/format.test.ts',
  },
  {
    name: 'another program’s words are not written over',
    file: 'main/storage/entrySaver.ts',
    guard: 'if (!this.isBase(entry, base, digest, found.entry.revision))',
    without: 'if (entry.revision < 0)',
    test: 'storage/outside.test.ts',
  },
  {
    name: 'a state is kept before a sitting replaces it',
    file: 'main/storage/entrySaver.ts',
    guard: 'if (keeps) await this.keep(entry, previous)',
    without: '',
    test: 'storage/history.test.ts',
  },
  {
    name: 'one process has the journal',
    file: 'main/storage/journalLock.ts',
    guard: 'if (held) {',
    without: 'if (held && left.length > 1e9) {',
    test: 'storage/journalLock.test.ts',
  },
  {
    name: 'an empty folder is no journal that lost its words',
    file: 'main/storage/journalFolder.ts',
    guard: 'await this.present()\n',
    without: '\n',
    test: 'storage/fullDisk.test.ts',
  },
  {
    name: 'a damaged file lies in quarantine before another takes its place',
    file: 'main/storage/mending.ts',
    guard: 'await journal.quarantine.replace(file.path, bytes, journal.clock.instant())',
    without: 'await disk.files.rename(version.path, file.path)',
    test: 'storage/fuzz.test.ts',
  },
  {
    name: 'a name that is taken is not taken over',
    file: 'main/storage/createDurably.ts',
    guard: 'await disk.files.link(temporary, path)',
    without: 'await disk.files.rename(temporary, path)',
    test: 'storage/createDurably.test.ts',
  },
  {
    name: 'an export stays in its folder',
    file: 'main/storage/exportFolder.ts',
    guard: 'if (relative(folder, file) !== name || dirname(file) !== folder)',
    without: 'if (name === "")',
    test: 'exports/threads.test.ts',
  },
  {
    name: 'an export does not go into the journal',
    file: 'main/storage/exportFolder.ts',
    guard: 'if (isWithin(folder, await realpath(journal).catch(() => resolve(journal))))',
    without: 'if (path === "")',
    test: 'exports/folders.test.ts',
  },
  {
    name: 'a file of an export counts once its name is on the disk',
    file: 'main/services/exports.ts',
    guard: 'told.written = 0\n',
    without: '\n',
    test: 'exports/failures.test.ts',
  },
  {
    name: 'a key file that somebody changed is refused',
    file: 'main/storage/sealed/keyFile.ts',
    guard: "if (isProof(proofKey(key, file), Buffer.from(file.proof, 'base64'), bodyBytes(file))) return",
    without: 'return',
    test: 'storage/sealedForm.test.ts',
  },
  {
    name: 'a damaged key file is told before a passphrase is tried',
    file: 'main/storage/sealed/keyFile.ts',
    guard: 'if (file.sum === sumOf(file) && Buffer.compare(encoded(format, file), bytes) === 0) return file',
    without: 'return file',
    test: 'storage/sealedForm.test.ts',
  },
  {
    name: 'the header of a sealed file belongs to its text',
    file: 'main/storage/sealed/sealedForm.ts',
    guard: "if (text === null) throw new Failure('unreadable', 'sealed and changed since')\n  return text",
    without: 'return text ?? Buffer.alloc(0)',
    test: 'storage/sealedForm.test.ts',
  },
  {
    name: 'a backup is read back before it counts',
    file: 'main/backups/makeBackup.ts',
    guard: 'if ((await hashOfFile(disk, written.path)) !== written.sha256)',
    without: 'if (written.path === "")',
    test: 'backups/makeBackup.test.ts',
  },
  {
    name: 'a clock that jumps takes no backup away',
    file: 'main/backups/retention.ts',
    guard: 'believedAge < days * day || present - made < days * day',
    without: 'present - made < days * day',
    test: 'backups/retention.test.ts',
  },
  {
    name: 'a backup leaves room for what is saved',
    file: 'main/backups/haveRoom.ts',
    guard: 'if (free < bytes + reserve)',
    without: 'if (free < 0)',
    test: 'backups/makeBackup.test.ts',
  },
  {
    name: 'a keychain that only scrambles keeps no key',
    file: 'main/services/keptKey.ts',
    guard: "if (!(await asked(keychain.isSafe))) throw new Failure('keychain', 'no keychain that is safe')",
    without: '',
    test: 'services/keptKey.test.ts',
  },
  {
    name: 'the journal stays open while words are not saved',
    file: 'main/services/lock.ts',
    guard: "if ((await flush()) > 0) throw new Failure('conflict', 'words are not saved')",
    without: 'await flush()',
    test: 'services/lock.test.ts',
  },
  {
    name: 'a link is http, https or mailto',
    file: 'shared/document/linkPolicy.ts',
    guard: 'return isWebAddress(link) || isMailAddress(link) ? link : null',
    without: 'return link',
    test: 'document/linkPolicy.test.ts',
  },
  {
    name: 'the page’s own files are served, and nothing beside them',
    file: 'main/windows/pageProtocol.ts',
    guard: 'file.isFile() && extname(file.name) in mediaTypes',
    without: 'extname(file.name) in mediaTypes',
    test: 'main/pageProtocol.test.ts',
  },
  {
    name: 'only the app’s own host has them',
    file: 'main/windows/pageProtocol.ts',
    guard: "url.host === 'journal' && request.method === 'GET'",
    without: "request.method === 'GET'",
    test: 'main/pageProtocol.test.ts',
  },
  {
    name: 'a document nested too deep is not handed to the editor',
    file: 'shared/document/document.ts',
    guard: 'if (!nestingWithin(answer, maxAnswerNesting)) return { ok: false }',
    without: '',
    test: 'document/document.test.ts',
  },
]
