/** What was chosen last, as this device remembers it. */
import { recentIdSchema } from '#shared/contract/recent'
import { request } from '../../state/bridge'

/** Never rejects: the palette is of use without it. */
export function readRecent(): Promise<readonly string[]> {
  return request('recent.read', undefined).catch(() => [])
}

/** Only what has no words in its id. */
export function rememberChoice(id: string): void {
  if (recentIdSchema.safeParse(id).success) void request('recent.add', { id }).catch(() => undefined)
}
