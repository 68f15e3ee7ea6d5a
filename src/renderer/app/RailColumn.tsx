/** The rail's place: a column on a wide window, a sheet over the page on a narrow one. */
import { Rail } from '../features/rail/Rail'
import styles from './App.module.css'
import { useRailShown } from './useRailShown'

export function RailColumn() {
  const shown = useRailShown()
  if (!shown) return null
  return (
    <div className={styles.rail}>
      <Rail />
    </div>
  )
}
