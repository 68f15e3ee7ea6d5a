/** Reminders: in the window, in the tray, in notifications, and where they are chosen. */
import type { Silencer } from '../domain/reminder/reminderSilence'
import type { Snooze } from '../domain/reminder/snooze'

const snoozes: Record<Snooze, string> = {
  '10': 'In 10 minutes',
  '30': 'In 30 minutes',
  '60': 'In an hour',
  tonight: 'Tonight',
  tomorrow: 'Tomorrow morning',
}

/** By the name of the template that the reminder opens. */
const silencers: Record<Silencer, (template: string) => string> = {
  template: (template) => `“${template}” that day`,
  any: () => 'Any page that day',
  week: (template) => `“${template}” that week`,
}

export const reminding = {
  title: 'Reminders',
  /** What a reminder is for, when its time is over: "Daily reflection, for 16:45". */
  forTime: (name: string, time: string) => `${name}, for ${time}`,
  at: (day: string, time: string, name: string) => `${day}, ${time}, ${name}`,
  snoozes,
  snooze: 'Snooze',
  snoozeNamed: (name: string) => `Snooze ${name}`,
  skip: 'Skip today',
  skipNamed: (name: string) => `Skip today: ${name}`,
  open: 'Open',
  openNamed: (name: string) => `Open ${name}`,
  waiting: (name: string, time: string) => `It is time for ${name} (${time}).`,
  missed: (reminders: string) => `Reminders not shown in time: ${reminders}.`,
  missedOn: (name: string, days: string) => `${name} (${days})`,
  missedTimes: (name: string, count: string) => `${name} (${count})`,
  dismiss: 'Dismiss',
  offer: {
    sentence: 'Would you like a reminder on working days at the end of the day, and on Fridays for the week?',
    detail: (daily: string, weekly: string) =>
      `Daily reflection at ${daily}, weekly review on Fridays at ${weekly}. You can change both at any time.`,
    yes: 'Remind me',
    choose: 'Choose times…',
    no: 'No, thank you',
    accepted: 'Reminders are on.',
  },
  usual: { daily: 'Daily reflection', weekly: 'Weekly review' },
  next: 'Next',
  nextNone: 'No reminder is scheduled.',
  isPaused: (day: string) => `Reminders are paused until ${day}.`,
  add: 'Add reminder',
  editNamed: (name: string) => `Edit ${name}`,
  removeNamed: (name: string) => `Delete ${name}`,
  enabled: (name: string) => `Remind me: ${name}`,
  name: 'Name',
  nameMissing: 'Give it a name.',
  days: 'Days',
  daysMissing: 'Choose at least one day.',
  time: 'Time',
  template: 'Opens',
  onlyIfUnwritten: 'Only if not written yet',
  silencedBy: 'What counts as written',
  silencers,
  save: 'Save',
  cancel: 'Cancel',
  when: (time: string, days: string) => `${time}, ${days}`,
  everyDay: 'every day',
  workingDays: 'Monday to Friday',
  weekend: 'at the weekend',
  pause: 'Pause',
  pauseHint: 'Paused until',
  resume: 'Resume now',
  holidays: 'Holidays',
  holidaysHint: 'There are no reminders on these days.',
  holidayFrom: 'First day',
  holidayTo: 'Last day',
  holidayReversed: 'The last day is before the first day.',
  addHoliday: 'Add days off',
  removeHoliday: (days: string) => `Remove ${days}`,
  range: (from: string, to: string) => `${from} to ${to}`,
  notShown: 'This system shows no notifications at the moment, so reminders appear in this window.',
}
