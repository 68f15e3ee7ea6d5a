/** Runs an asynchronous task so that it never runs twice at once, and once more after the last time it was asked for. */
export function createLatest(task: () => Promise<void>, failed: (error: unknown) => void): () => void {
  let running = false
  let again = false
  async function run(): Promise<void> {
    running = true
    do {
      again = false
      await task().catch(failed)
    } while (again)
    running = false
  }
  return () => {
    if (running) again = true
    else void run()
  }
}
