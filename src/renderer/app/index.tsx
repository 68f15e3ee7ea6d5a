import '../styles/fonts.css'
import '../styles/tokens.css'
import '../styles/base.css'
import { createRoot } from 'react-dom/client'
import { request } from '../state/bridge'
import { followJournal, takeStart } from '../state/journalStore'
import { showPage } from '../state/openPageStore'
import { App } from './App'

const root = document.getElementById('root')
if (root) {
  followJournal()
  void request('app.start', undefined).then((start) => {
    takeStart(start)
    if (start.page) showPage(start.page)
    createRoot(root).render(<App />)
  })
}
