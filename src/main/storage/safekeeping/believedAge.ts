/**
 * How old things are by what can be believed of a clock that may jump. What passed between one and the next is added up, in the order of their
 * generation; a step back is no time at all, and the longest step is left out, because it may be a jump: one jump, however far, makes nothing
 * older than it is, and takes nothing away that a clock without it would have kept.
 *
 * Of two that stay and are within what is believed, the smaller counts. Nothing sets them apart from days on which nothing was written: the times of the
 * files are all that is there, a running app is no witness of what passed while it was closed, and to leave out two steps (or three) would only be
 * wrong at the next one.
 */

const day = 24 * 3_600_000

/** The most time that two looks at the clock may be apart and be believed. */
export const believedStep = 7 * day

/** Of times in milliseconds, newest first, and at `now`. `counted` is how much of a step counts. */
export function believedAges(
  newestFirst: readonly number[],
  now: number,
  counted: (step: number) => number,
): readonly number[] {
  let [sum, longest, later] = [0, 0, now]
  return newestFirst.map((time) => {
    const step = counted(Math.max(later - time, 0))
    sum += step
    longest = Math.max(longest, step)
    later = time
    return sum - longest
  })
}

/** Whether the clock was set back between this one and the one before it. It stays as long as that one does: nothing else shows it. */
export function isAfterStepBack(newestFirst: readonly number[], at: number): boolean {
  const [time, before] = [newestFirst[at], newestFirst[at + 1]]
  return time !== undefined && before !== undefined && time < before
}
