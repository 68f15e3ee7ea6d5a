/** What belongs to this device and not to the journal: where the window stands, where the journal lies. */
import { z } from 'zod'
import { draftSchema } from '#shared/contract/captures'
import { lockedStateSchema } from '#shared/domain/encryption/lock'
import { reminderStateSchema } from '#shared/domain/reminder/reminder'
import { acceleratorSchema } from '#shared/domain/settings/accelerator'
import { storedKeySchema } from '../services/encryption/keychainKey'
import { knownLockSchema } from '../storage/encryption/keys/knownLock'
import { windowPlaceSchema } from '../windows/windowPlace'

export const deviceSchemaVersion = 1

export const deviceStateSchema = z.looseObject({
  schema: z.literal(deviceSchemaVersion),
  window: windowPlaceSchema.nullable(),
  /** Absolute; null for `journal` in the user-data directory. */
  journalFolder: z.string().min(1).nullable(),
  /** The folder that was opened last: when it is gone it was moved or unplugged, and is not a first run. */
  lastOpened: z.string().nullable(),
  /** What drafts need to know of the journal in `folder` while that is away: its id. The public key is in `knownLocks`, and was here before there was that. */
  lastJournal: z.looseObject({ folder: z.string(), id: z.uuid(), publicKey: z.string().nullable() }).optional(),
  /** The locks that were opened here, each with its journal's id and where that lay. `isOver`: another lock took its place, or none; words may be sealed to it still. */
  knownLocks: z
    .array(knownLockSchema.extend({ folder: z.string(), journal: z.uuid(), isOver: z.boolean().optional() }))
    .optional(),
  /** Names this device among those that write into a journal: letters and digits, drawn at random. */
  device: z
    .string()
    .regex(/^[0-9a-z]{1,40}$/)
    .optional(),
  /** What stands in the capture window and was not kept yet. */
  captureDraft: draftSchema.nullable().optional(),
  /** The same of a journal with a lock, sealed, in base64; the oldest first. */
  sealedDrafts: z.array(z.string()).optional(),
  /** What is known of a journal while it is locked. */
  shownLocked: lockedStateSchema.nullable().optional(),
  /** The key of a journal with a lock, as this computer's keychain sealed it. */
  keptKey: storedKeySchema.nullable().optional(),
  /** The locks that were seen here with all sealed files in their present form, by their ids. */
  migratedLocks: z.array(z.uuid()).optional(),
  /** The lock for whose migration a backup was made, as long as that is not done. */
  migrationBackup: z.uuid().nullable().optional(),
  /** What came of the journal's reminders here. */
  reminders: reminderStateSchema.optional(),
  /** Open quick capture from anywhere. */
  captureKeys: acceleratorSchema.nullable().optional(),
  /** What was chosen last in the command palette. */
  recentChoices: z.array(z.string()).optional(),
  /** Whether the app goes on when its window is closed; absent for wherever a tray is shown. */
  keepsRunning: z.boolean().optional(),
  /** The second place for backups, absolute. */
  secondBackups: z.string().min(1).nullable().optional(),
  /** That it goes on was said. */
  toldThatItKeepsRunning: z.boolean().optional(),
})
export type DeviceState = z.infer<typeof deviceStateSchema>

export const defaultDeviceState: DeviceState = {
  schema: deviceSchemaVersion,
  window: null,
  journalFolder: null,
  lastOpened: null,
}
