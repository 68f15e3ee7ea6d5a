/** A page without questions. */
import type { Template } from '../template'

export const blank: Template = {
  id: 'blank',
  name: 'Blank page',
  purpose: 'Write about anything, without questions.',
  minutes: 5,
  primary: true,
  prompts: [],
}
