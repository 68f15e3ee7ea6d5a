import type { SurfaceRecord } from './surfacesHook'

/** What the app did with surfaces that can't be shown here, in order, for the hook. */
export const records: SurfaceRecord[] = []

export function record(surface: string, action: string, detail: unknown = null): void {
  records.push({ surface, action, detail })
}
