/** No view throws, whatever its stores hold and main answers: each state that the types allow is one that a person may meet. */
import fc from 'fast-check'
import { act, type ReactNode } from 'react'
import { I18nProvider } from 'react-aria-components'
import { createRoot } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Rail } from '../../../src/renderer/app/Rail'
import { CaptureField } from '../../../src/renderer/captureWindow/CaptureField'
import { AboutDialog } from '../../../src/renderer/features/about/AboutDialog'
import { RestoreDialog } from '../../../src/renderer/features/backups/RestoreDialog'
import { Captures } from '../../../src/renderer/features/captures/Captures'
import { CopiesDialog } from '../../../src/renderer/features/copies/CopiesDialog'
import { ExportDialog } from '../../../src/renderer/features/exports/ExportDialog'
import { HealthDialog } from '../../../src/renderer/features/health/HealthDialog'
import { HistoryDialog } from '../../../src/renderer/features/history/HistoryDialog'
import { KeysDialog } from '../../../src/renderer/features/keys/KeysDialog'
import { LockScreen } from '../../../src/renderer/features/lock/LockScreen'
import { TurnOnDialog } from '../../../src/renderer/features/lock/TurnOnDialog'
import { Notices } from '../../../src/renderer/features/notices/Notices'
import { Overview } from '../../../src/renderer/features/overview/Overview'
import { Page } from '../../../src/renderer/features/page/Page'
import { PaletteDialog } from '../../../src/renderer/features/palette/PaletteDialog'
import { ReminderNotices } from '../../../src/renderer/features/reminders/ReminderNotices'
import { RemindersDialog } from '../../../src/renderer/features/reminders/RemindersDialog'
import { SettingsDialog } from '../../../src/renderer/features/settings/SettingsDialog'
import { TrashDialog } from '../../../src/renderer/features/trash/TrashDialog'
import { markPageReady } from '../../../src/renderer/state/layout/pageReady'
import { Toasts } from '../../../src/renderer/ui/Toasts'
import '../../seed'
import { runs } from '../../effort'
import { idOf } from '../../services/made'
import { standInForMain } from '../mainStandIn'
import { type AnsweredName, answers } from './answers'
import { code } from './records'
import { type Held, hold, stores } from './stores'

interface View {
  readonly draw: (held: Held) => ReactNode
  /** What it asks main for. */
  readonly asks?: readonly AnsweredName[]
}

const views: Readonly<Record<string, View>> = {
  'looking back': { draw: () => <Overview />, asks: ['overview.year', 'overview.statistics'] },
  rail: { draw: () => <Rail />, asks: ['search.find'] },
  page: { draw: () => <Page /> },
  captures: { draw: () => <Captures /> },
  notices: { draw: () => <Notices /> },
  'notices of reminders': { draw: () => <ReminderNotices /> },
  toasts: { draw: () => <Toasts /> },
  settings: {
    draw: () => <SettingsDialog />,
    asks: ['backups.read', 'presence.read', 'keys.read', 'lock.read', 'lock.canKeepKey', 'history.taken'],
  },
  reminders: { draw: () => <RemindersDialog />, asks: ['reminders.read'] },
  trash: { draw: () => <TrashDialog />, asks: ['trash.list', 'captures.trashed'] },
  history: {
    draw: () => <HistoryDialog id={idOf(1)} />,
    asks: ['history.read', 'history.version', 'history.taken'],
  },
  copies: { draw: () => <CopiesDialog />, asks: ['copies.read'] },
  health: { draw: () => <HealthDialog />, asks: ['health.read', 'health.text'] },
  restore: { draw: () => <RestoreDialog />, asks: ['backups.read', 'backups.compare'] },
  export: { draw: () => <ExportDialog />, asks: ['exports.savePeriod'] },
  'command palette': {
    draw: () => (
      <PaletteDialog isUseful={() => true} keysOf={() => 'F1'} run={() => undefined} searchFor={() => undefined} />
    ),
    asks: ['search.names', 'recent.read'],
  },
  'keyboard shortcuts': { draw: () => <KeysDialog />, asks: ['keys.read'] },
  about: { draw: () => <AboutDialog />, asks: ['about.read'] },
  'turning the lock on': { draw: () => <TurnOnDialog />, asks: ['lock.prepare', 'lock.canKeepKey'] },
  'locked window': { draw: () => <LockScreen />, asks: ['lock.read'] },
  'quick capture': { draw: ({ field }) => <CaptureField {...field} /> },
}

const anyAnswer: Readonly<Record<AnsweredName, fc.Arbitrary<unknown>>> = answers

/** An answer, or why there is none. */
const outcomeOf = (request: AnsweredName) =>
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({ request: fc.constant(request), value: anyAnswer[request] }),
    },
    { weight: 1, arbitrary: fc.record({ request: fc.constant(request), failure: code }) },
  )

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  // Else a list has no place for any of its rows.
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(600)
  vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(300)
  // The tests' browser has no idle times.
  vi.stubGlobal('requestIdleCallback', (work: () => void) => setTimeout(work))
  vi.stubGlobal('cancelIdleCallback', clearTimeout)
  markPageReady()
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

/** What was thrown while a view was drawn, opened as far as it can be, and taken away. */
async function thrownBy(drawn: ReactNode): Promise<unknown[]> {
  const thrown: unknown[] = []
  const report = (error: unknown) => void thrown.push(error)
  document.body.innerHTML = '<div></div>'
  const root = createRoot(document.body.firstElementChild ?? document.body, {
    onCaughtError: report,
    onUncaughtError: report,
  })
  await act(async () => root.render(drawn))
  const closed = document.querySelectorAll<HTMLElement>('[aria-expanded="false"]:not([aria-haspopup])')
  await act(async () => {
    for (const part of closed) part.click()
  })
  await act(async () => root.unmount())
  return thrown
}

test.each(Object.entries(views))('%s', async (_, { draw, asks = [] }) => {
  await fc.assert(
    fc.asyncProperty(stores, fc.tuple(...asks.map(outcomeOf)), async (held, outcomes) => {
      const main = standInForMain()
      for (const outcome of outcomes) {
        if ('failure' in outcome) main.fail(outcome.request, outcome.failure)
        else main.answer(outcome.request, () => outcome.value)
      }
      hold(held)
      expect(await thrownBy(<I18nProvider locale={held.journal.locale}>{draw(held)}</I18nProvider>)).toEqual([])
    }),
    { numRuns: Number(process.env.RUNS ?? runs({ all: 20, deep: 1_000 })) },
  )
})
