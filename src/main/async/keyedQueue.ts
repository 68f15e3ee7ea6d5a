/** One task at a time for each key, in the order asked; tasks of different keys run side by side. A failed task does not hold up the next. */
export class KeyedQueue {
  private readonly last = new Map<string, Promise<unknown>>()

  run<T>(key: string, task: () => Promise<T>): Promise<T> {
    const before = this.last.get(key) ?? Promise.resolve()
    const mine = before.then(task, task)
    const settled = mine.then(
      () => undefined,
      () => undefined,
    )
    this.last.set(key, settled)
    void settled.then(() => {
      if (this.last.get(key) === settled) this.last.delete(key)
    })
    return mine
  }

  /** Resolves when everything asked so far is done. */
  async idle(): Promise<void> {
    await Promise.all(this.last.values())
  }
}
