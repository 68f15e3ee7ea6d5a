/** What a file that waits to be let in holds, as far as the path says at which it lay. */
import { isDay } from '#shared/domain/day'
import { dayInWords } from '#shared/messages/dates'
import { messages } from '#shared/messages/messages'

const words = messages.health

export function arrivedName(path: string, today: string, locale: string): string {
  const [folder = '', next = '', name = ''] = path.split('/')
  const day = name.slice(0, 10)
  if (folder === 'captures' && next === 'inbox') return words.arrivedCapture
  if (folder === 'entries' && next === 'inbox') return words.arrivedAnswer
  if (folder.startsWith('settings')) return words.arrivedSettings
  if (folder === 'entries' && isDay(day)) return words.arrivedPage(dayInWords(day, today, locale))
  if (folder === 'captures' && isDay(day)) return words.arrivedCaptures(dayInWords(day, today, locale))
  return words.sentences.arrived
}
