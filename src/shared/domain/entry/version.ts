/** An earlier state of an entry, as the page names and lists it. */
import '../zod/zodWithoutEval'
import { z } from 'zod'
import type { Moment } from '../day'

/** Its file's name without the ending: says nothing of its content, and leads nowhere else. */
export const versionIdSchema = z.string().regex(/^(copy-)?\d{1,15}-\d{8}T\d{9}Z(-[0-9a-f]{8})?$/)
export type VersionId = z.infer<typeof versionIdSchema>

/** As the `revision` after the present one, or as an entry of its own. */
export const returningSchema = z.enum(['revision', 'copy'])
export type Returning = z.infer<typeof returningSchema>

export interface Version {
  readonly id: VersionId
  readonly revision: number
  /** When its last word was written. */
  readonly updated: Moment
  readonly words: number
  /** Another program had left it beside the entry. */
  readonly isCopy: boolean
}

/** Megabytes that all earlier states may take together, where the person chose nothing. */
export const defaultVersionLimit = 500
export const versionLimits = [100, defaultVersionLimit, 2000] as const
