/** The page for every working day: three short looks back and one look ahead. */
import { type Template, tomorrowPromptId } from '../template'
import { businessPrompts } from './businessPrompts'
import { ownershipPrompts } from './ownershipPrompts'
import { partnershipPrompts } from './partnershipPrompts'
import { strengthsPrompts } from './strengthsPrompts'

export const daily: Template = {
  id: 'daily',
  name: 'Daily reflection',
  purpose: 'Close the working day in a few sentences.',
  minutes: 5,
  primary: true,
  prompts: [
    {
      id: 'daily.delivered',
      question: 'What did I get done today that helps someone?',
      hint: 'A finished thing, a mended thing, or a step that let somebody carry on.',
      practice: 'delivery',
    },
    {
      id: 'daily.focus',
      question: 'Where did my best hours go today?',
      hint: 'The work I chose, or whatever pulled me away from it.',
      practice: 'focus',
    },
    {
      id: 'daily.rotating',
      // The order settles ties: practices as they first appear, prompts as they stand.
      rotates: [...ownershipPrompts, ...businessPrompts, ...strengthsPrompts, ...partnershipPrompts],
    },
    {
      id: tomorrowPromptId,
      question: 'What is the one thing I want to do tomorrow?',
      hint: 'Small enough to begin right away. The next daily page shows it at the top.',
      practice: 'focus',
    },
  ],
}
