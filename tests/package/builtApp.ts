import { ensureBuilt } from '../../scripts/runtime/build'

/** What is packaged is what was built from the sources of now. */
export async function setup(): Promise<void> {
  if (!(await ensureBuilt())) throw new Error('the app can not be built')
}
