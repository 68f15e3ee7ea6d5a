/** What only helps: null when it fails, or takes longer than it could save. */
export function hint<T>(asked: Promise<T>, patience: number): Promise<T | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(null), patience)
    void asked
      .catch(() => null)
      .then((answer) => {
        clearTimeout(timer)
        resolve(answer)
      })
  })
}
