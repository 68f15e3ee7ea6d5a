/** The command palette: it is loaded early, and drawn while it is asked for. */
import { useLayout } from '../../state/layout/layoutStore'
import { PaletteDialog, type PaletteNeeds } from './PaletteDialog'

export function Palette(needs: PaletteNeeds) {
  const isOpen = useLayout(({ panel }) => panel === 'palette')
  return isOpen ? <PaletteDialog {...needs} /> : null
}
