/** A command's keys, as the person's keyboard has them. Takes Electron's accelerator form: `CmdOrCtrl+Shift+C`. */
import { Keyboard } from 'react-aria-components'
import { useJournal } from '../state/journal/journalStore'
import styles from './Kbd.module.css'
import { keysInWords } from './keysInWords'

export function Kbd({ keys }: { readonly keys: string }) {
  const mac = useJournal(({ platform }) => platform === 'darwin')
  return <Keyboard className={styles.kbd ?? ''}>{keysInWords(keys, mac)}</Keyboard>
}
