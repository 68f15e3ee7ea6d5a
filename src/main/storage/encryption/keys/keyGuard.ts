/**
 * Before each write: the journal still has the lock that it was opened with, or still none. Another device may turn it on or off while it is open here, and
 * words in clear text beside a key file, or sealed ones beside a plain journal, would be found by none of the two.
 */
import { Failure } from '#shared/domain/failure'
import { errorCode } from '../../../disk/files'
import type { JournalFolder } from '../../layout/journalFolder'
import { findLock, keyFileName } from '../files/encryptedLayout'
import type { KeyFileJudge } from './keyFileJudge'

export class KeyGuard {
  private seen: string | null = null

  private constructor(
    private readonly home: JournalFolder,
    /** Null for a journal without a lock. */
    private readonly id: string | null,
    private readonly judge: KeyFileJudge,
  ) {}

  static async of(home: JournalFolder, judge: KeyFileJudge): Promise<KeyGuard> {
    return new KeyGuard(home, (await findLock(home))?.file.id ?? null, judge)
  }

  /** Throws `lock-changed`, and what stands in the way of reading the key file. */
  async check(): Promise<void> {
    const now = await this.look()
    if (now === this.seen) return
    const found = await this.judge.judged(this.home, () => findLock(this.home))
    if ((found?.file.id ?? null) !== this.id)
      throw new Failure('lock-changed', 'another device turned the lock on or off')
    this.seen = now
  }

  /** Whether `check` refuses: the journal's files have another lock, or none any more. */
  async isRefused(): Promise<boolean> {
    try {
      await this.check()
      return false
    } catch (error) {
      if (error instanceof Failure && error.code === 'lock-changed') return true
      throw error
    }
  }

  private async look(): Promise<string> {
    try {
      const { size, modified, identity } = await this.home.disk.files.info(this.home.path(keyFileName))
      return `${size} ${modified} ${identity}`
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return 'none'
      throw error
    }
  }
}
