/**
 * Whether a key file that can't be read is damaged, or only half there: a sync program or `cp` may still write it. As `staysDamaged` judges it, for an app
 * that looks again and again: no look waits, the time since its bytes were first seen is remembered.
 */
import { Failure } from '#shared/domain/failure'
import type { JournalFolder } from '../../layout/journalFolder'
import { UnreadableKeyFile } from '../cipher/keyFile'
import { stateOfKeys } from './stateOfKeys'

export class KeyFileJudge {
  private seen: { readonly state: string; readonly since: number } | null = null

  /** `steady`: milliseconds of this process's own clock. With a `steadyFor` of 0 a file is judged at once. */
  constructor(
    private readonly steadyFor: number,
    private readonly steady: () => number = () => performance.now(),
  ) {}

  /** Throws what `work` throws, and `being-written` in place of `key-damaged` until the key files stayed the same for `steadyFor`. */
  async judged<T>(home: JournalFolder, work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof UnreadableKeyFile) || (await this.isSteady(home))) throw error
      throw new Failure('being-written', 'another program may write the key')
    }
  }

  private async isSteady(home: JournalFolder): Promise<boolean> {
    if (this.steadyFor === 0) return true
    const state = `${home.root} ${await stateOfKeys(home)}`
    const now = this.steady()
    if (this.seen?.state !== state) this.seen = { state, since: now }
    return now - this.seen.since >= this.steadyFor
  }
}
