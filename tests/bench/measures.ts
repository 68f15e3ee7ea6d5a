/** Everything that is measured, in the order of the table. */
import type { Measure } from './measure'
import { save } from './measures/save'
import { saveVsLowdb } from './measures/saveVsLowdb'

export const measures: readonly Measure[] = [save, saveVsLowdb]
