/** A few minutes before the day begins: for whom, for what, and not for what. */
import type { Template } from '../template'

export const morningFocus: Template = {
  id: 'morning-focus',
  name: 'Morning focus',
  purpose: 'Choose what the day is for before it fills up.',
  minutes: 3,
  primary: false,
  prompts: [
    {
      id: 'morning-focus.first-customer',
      question: 'Who is my first customer today?',
      hint: 'Often {{manager}}. Add what would help them most.',
      practice: 'focus',
    },
    {
      id: 'morning-focus.most-value',
      question: 'Which one to three things will help the team most today?',
      hint: 'A few words each. The first is where I start.',
      practice: 'focus',
    },
    {
      id: 'morning-focus.say-no',
      question: 'What will I say no to today?',
      hint: 'Something that can wait, or that is not mine to do.',
      practice: 'focus',
    },
  ],
}
