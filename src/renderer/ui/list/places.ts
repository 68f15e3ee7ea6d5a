/** Where one is in the two lists, for as long as the app runs. */
import { createListPlace, forgetPlace } from '../listPlace'

export const timelinePlace = createListPlace()
export const foundPlace = createListPlace()

let asked = ''

/** What is found begins at its top, unless it is the answer to the same question as before. */
export function placeOfFound(question: string) {
  if (question !== asked) forgetPlace(foundPlace)
  asked = question
  return foundPlace
}
