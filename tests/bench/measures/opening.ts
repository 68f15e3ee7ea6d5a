/** From main's first statement to a page with the caret in it, with a large journal and with an empty one. */
import { profileOf } from '../app/profile'
import { interleaved } from '../interleaved'
import type { Measure, Result } from '../measure'
import { spreadOf } from '../spread'

function goalAt(size: number): number | null {
  if (size < 10_000) return null
  return size === 10_000 ? 1.1 : 1.3
}

export const opening: Measure = {
  id: 'open',
  async run(bench) {
    const sides: Record<string, () => Promise<number>> = {}
    for (const size of [0, ...bench.sizes]) {
      const profile = await profileOf(bench, size, 'open')
      sides[size] = async () => {
        const app = await profile.launch()
        const time = (await app.mark(await app.page(), 'editable')) - app.began
        await app.close()
        return time
      }
    }
    const figures = await interleaved({ rounds: bench.quick ? 1 : 9, warmUps: 0 }, sides)
    const floor = { name: 'an empty journal', spread: spreadOf(figures[0] ?? []) }
    return bench.sizes.map(
      (size): Result => ({
        id: 'open',
        entries: size,
        ours: spreadOf(figures[size] ?? []),
        unit: 'ms',
        floor,
        goal: goalAt(size),
      }),
    )
  },
}
