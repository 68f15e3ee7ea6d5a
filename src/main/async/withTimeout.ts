/** Null when it fails or takes too long: for what only helps. */
export function withTimeout<T>(asked: Promise<T>, timeoutMs: number): Promise<T | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(null), timeoutMs)
    void asked
      .catch(() => null)
      .then((answer) => {
        clearTimeout(timer)
        resolve(answer)
      })
  })
}
