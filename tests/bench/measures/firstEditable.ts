/** From the start of the document to a caret in it: our whole page with an empty journal, beside a bare Lexical page on the same runtime. */
import type { Page } from 'playwright'
import { bareWindow } from '../app/bareWindow'
import { BenchApp } from '../app/benchApp'
import { buildBareApp } from '../app/builtFolders'
import { profileOf } from '../app/profile'
import { interleaved } from '../interleaved'
import type { Measure } from '../measure'
import { spreadOf } from '../spread'

const goal = 1.5

export const firstEditable: Measure = {
  id: 'first-editable',
  async run(bench) {
    const profile = await profileOf(bench, 0, 'first-editable')
    const bare = await buildBareApp(bench.scratch('bare-empty'), new Map([['empty', []]]))
    const { ours, floor } = await interleaved(
      { rounds: bench.quick ? 1 : 9, warmUps: bench.quick ? 0 : 1 },
      {
        ours: () => editableIn(profile.launch(), (app) => app.page()),
        floor: () => editableIn(BenchApp.launch(bare), (app) => bareWindow(app, 'lexical-empty')),
      },
    )
    const beside = { name: 'a bare Lexical page', spread: spreadOf(floor) }
    return [{ id: 'first-editable', entries: 0, ours: spreadOf(ours), unit: 'ms', floor: beside, goal }]
  },
}

async function editableIn(launching: Promise<BenchApp>, pageOf: (app: BenchApp) => Promise<Page>): Promise<number> {
  const app = await launching
  const page = await pageOf(app)
  const time = (await app.mark(page, 'editable')) - (await app.mark(page, 'began'))
  await app.close()
  return time
}
