/**
 * Runs an asynchronous task so that it never runs twice at once, and once more after the last time it was asked for. Resolves when nothing is left to
 * be done.
 */
export function coalesce(task: () => Promise<void>, failed: (error: unknown) => void): () => Promise<void> {
  let running = false
  let again = false
  let done: Promise<void> = Promise.resolve()
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
    else done = run()
    return done
  }
}
