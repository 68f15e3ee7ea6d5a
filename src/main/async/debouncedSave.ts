/** Collects many small changes into one save, a moment after the last. */
export interface DebouncedSave<T> {
  (value: T): void
  /** Saves now what still waits. */
  flush(): Promise<void>
  /** Whether something waits, or is on its way. */
  isUnsaved(): boolean
}

/** A failed save goes to `failed` and is tried again with the next change. */
export function debouncedSave<T>(
  save: (value: T) => Promise<void>,
  failed: (error: unknown) => void,
  wait = 500,
): DebouncedSave<T> {
  let waiting: { value: T; timer: NodeJS.Timeout } | null = null
  let saving: Promise<void> = Promise.resolve()
  let onTheirWay = 0

  const flush = () => {
    const next = waiting
    if (next) {
      clearTimeout(next.timer)
      waiting = null
      onTheirWay += 1
      saving = saving
        .then(() => save(next.value))
        .catch(failed)
        .finally(() => {
          onTheirWay -= 1
        })
    }
    return saving
  }
  return Object.assign(
    (value: T) => {
      if (waiting) clearTimeout(waiting.timer)
      waiting = { value, timer: setTimeout(() => void flush(), wait) }
    },
    { flush, isUnsaved: () => waiting !== null || onTheirWay > 0 },
  )
}
