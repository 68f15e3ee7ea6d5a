/** The rail's place, kept from the start: a column on a wide window, a sheet over the page on a narrow one. */
import { later } from '../ui/later'
import styles from './App.module.css'
import { useRailShown } from './useRailShown'

const Rail = later(async () => (await import('./Rail')).Rail)

export function RailColumn() {
  const shown = useRailShown()
  if (!shown) return null
  return (
    <div className={styles.rail}>
      <Rail />
    </div>
  )
}
