/** What the tray and the Dock's menu show, from what is known alone. Holds no words of the journal. */

import type { NamedOccurrence, ReminderAnswer, Reminding } from '#shared/contract/reminders'
import type { Day } from '#shared/domain/day'
import type { PauseLength } from '#shared/domain/reminder/pause'
import { occurrenceOf } from '#shared/domain/reminder/reminder'
import { dayInWords, wallTimeInWords } from '#shared/messages/dates'
import { messages } from '#shared/messages/messages'
import type { AppAction } from './appAction'
import { captureItem, type LaunchItem, newReflectionItem } from './launchItems'

const words = messages.tray
const reminding = messages.reminding

export interface TrayState {
  /** The journal's day. */
  readonly isWritten: boolean
  /** With the calendar's day, which pauses and reminders follow. */
  readonly reminding: Pick<Reminding, 'today' | 'next' | 'waiting' | 'snoozes'>
  readonly pausedUntil: Day | null
  readonly hasReminders: boolean
  readonly locale: string
}

export interface TrayItem {
  readonly label: string
  /** Null for words that only inform. */
  readonly action: AppAction | null
  readonly submenu?: readonly TrayItem[]
}

export interface TrayMenu {
  /** With a mark while a reminder waits. */
  readonly isAsking: boolean
  readonly tip: string
  /** Parted by lines. */
  readonly groups: readonly (readonly TrayItem[])[]
}

export function trayMenu(state: TrayState): TrayMenu {
  const { waiting } = state.reminding
  const [first] = waiting
  return {
    isAsking: waiting.length > 0,
    tip:
      first === undefined
        ? messages.appName
        : `${messages.appName}: ${reminding.waiting(first.name, wallTimeInWords(first.time, state.locale))}`,
    groups: [
      waiting.map((one) => waitingItem(one, state)),
      [newReflectionItem, captureItem].map(trayItem),
      [
        {
          label: state.isWritten ? words.isWritten : words.isOpen,
          action: { kind: 'open', page: { template: null, isNew: false } },
        },
        ...nextItems(state),
      ],
      [
        { label: words.open, action: { kind: 'open', page: null } },
        { label: words.quit, action: { kind: 'quit' } },
      ],
    ].filter((group) => group.length > 0) as TrayItem[][],
  }
}

function named({ name, time }: NamedOccurrence, locale: string): string {
  return reminding.forTime(name, wallTimeInWords(time, locale))
}

function trayItem({ label, action }: LaunchItem): TrayItem {
  return { label, action }
}

function waitingItem(one: NamedOccurrence, { reminding: { snoozes }, locale }: TrayState): TrayItem {
  const answer = (label: string, given: ReminderAnswer): TrayItem => ({
    label,
    action: { kind: 'answer', occurrence: occurrenceOf(one), answer: given },
  })
  return {
    label: named(one, locale),
    action: null,
    submenu: [
      answer(reminding.open, 'open'),
      ...snoozes.map((snooze) => answer(reminding.snoozes[snooze], snooze)),
      answer(reminding.skip, 'skip'),
    ],
  }
}

function nextItems(state: TrayState): TrayItem[] {
  const { pausedUntil, hasReminders, locale } = state
  const { today } = state.reminding
  if (!hasReminders) return [{ label: words.reminders, action: { kind: 'reminders' } }]
  const [next] = state.reminding.next
  const isPaused = pausedUntil !== null && pausedUntil > today
  const pause = (label: string, length: PauseLength | null): TrayItem => ({ label, action: { kind: 'pause', length } })
  return [
    {
      label:
        next === undefined
          ? reminding.nextNone
          : words.next(
              reminding.at(
                dayInWords(next.comes.day, today, locale),
                wallTimeInWords(next.comes.time, locale),
                next.name,
              ),
            ),
      action: { kind: 'reminders' },
    },
    ...(next?.comes.day === today
      ? [
          {
            label: reminding.skipNamed(next.name),
            action: { kind: 'answer', occurrence: occurrenceOf(next), answer: 'skip' },
          } as const,
        ]
      : []),
    isPaused
      ? pause(words.resume(dayInWords(pausedUntil, today, locale)), null)
      : {
          label: words.pause,
          action: null,
          submenu: [
            pause(words.untilTomorrow, 'tomorrow'),
            pause(words.untilMonday, 'monday'),
            pause(words.forTwoWeeks, 'twoWeeks'),
          ],
        },
  ]
}
