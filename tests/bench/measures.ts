/** Everything that is measured, in the order of the table. */
import type { Measure } from './measure'
import { exporting } from './measures/exporting'
import { libraryIndex } from './measures/libraryIndex'
import { save } from './measures/save'
import { saveVsLowdb } from './measures/saveVsLowdb'
import { search } from './measures/search'

export const measures: readonly Measure[] = [save, saveVsLowdb, search, libraryIndex, exporting]
