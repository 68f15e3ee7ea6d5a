/** Everything that is measured, in the order of the table. */
import type { Measure } from './measure'
import { capturing } from './measures/capturing'
import { exportBlock } from './measures/exportBlock'
import { exporting } from './measures/exporting'
import { firstEditable } from './measures/firstEditable'
import { growth } from './measures/growth'
import { libraryIndex } from './measures/libraryIndex'
import { memory } from './measures/memory'
import { opening } from './measures/opening'
import { palette } from './measures/palette'
import { save } from './measures/save'
import { saveVsLowdb } from './measures/saveVsLowdb'
import { scrolling } from './measures/scrolling'
import { search } from './measures/search'
import { soak } from './measures/soak'
import { typing } from './measures/typing'

export const measures: readonly Measure[] = [
  save,
  saveVsLowdb,
  opening,
  firstEditable,
  typing,
  scrolling,
  capturing,
  search,
  palette,
  libraryIndex,
  memory,
  exporting,
  exportBlock,
  growth,
  soak,
]
