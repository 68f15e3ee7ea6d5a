/** Starts the page of the capture window: with what stood in it, and what a link offers. */
import '../state/trustedTypes'
import '../styles/fonts.css'
import '../styles/tokens.css'
import '../styles/base.css'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { createRoot } from 'react-dom/client'
import { request } from '../state/bridge'
import { leaveKeysToInputMethod } from '../state/inputMethod'
import { CaptureField } from './CaptureField'

leaveKeysToInputMethod()
const root = createRoot(document.getElementById('root') ?? document.body)
// Without what it began with, the field is still there to write in.
const begun = await request('captures.begin', undefined).catch(() => ({ draft: null, offered: null, locale: 'en' }))
root.render(
  <I18nProvider locale={begun.locale}>
    <CaptureField draft={begun.draft} offered={begun.offered} />
  </I18nProvider>,
)
