/** The longest time for which the app's main process does nothing else while it exports everything. */
import { join } from 'node:path'
import { profileOf } from '../app/profile'
import type { Bench, Measure, Result } from '../measure'
import { spreadOf } from '../spread'

/** A frame, in milliseconds. */
const limit = 16
const most = 10_000

export const exportBlock: Measure = {
  id: 'export-block',
  async run(bench) {
    const size = Math.max(...bench.sizes.filter((known) => known <= most))
    if (!Number.isFinite(size)) return []
    const { exports, idle } = await blocksOf(bench, size)
    const result = (id: string, figures: readonly number[], most?: number): Result => {
      const goal = { floor: null, goal: null, ...(most === undefined ? {} : { limit: most }) }
      return { id, entries: size, ours: spreadOf(figures), unit: 'ms', ...goal }
    }
    return [result('export-block', exports, limit), result('export-block-idle', idle)]
  },
}

/** `idle`: the same while nothing is asked of the app, for what the machine adds. */
async function blocksOf(bench: Bench, size: number): Promise<{ exports: number[]; idle: number[] }> {
  const profile = await profileOf(bench, size, 'export-block')
  const app = await profile.launch()
  const page = await app.page()
  await app.mark(page, 'editable')
  await app.filled(page)
  const [exports, idle]: [number[], number[]] = [[], []]
  for (let round = 0; round < (bench.quick ? 1 : 3); round++) {
    const folder = bench.scratch(join('exported', `${round}`))
    await app.electron.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] })
    }, folder)
    await app.inMain((hook) => hook.watchBlocks())
    await new Promise((waited) => setTimeout(waited, 2_000))
    idle.push(await app.inMain((hook) => hook.longestBlock()))
    await app.inMain((hook) => hook.watchBlocks())
    const { written } = await app.ask(page, 'exports.savePeriod', { from: null, to: null })
    exports.push(await app.inMain((hook) => hook.longestBlock()))
    if (written < size) throw new Error(`only ${written} files were written`)
  }
  await app.close()
  return { exports, idle }
}
