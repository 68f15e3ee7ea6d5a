/**
 * For a command, which answers once: where a look finds damage, a second one follows a while later, and what changed between the two is still being
 * written by another program. Writes nothing.
 */
import { join } from 'node:path'
import type { Finding } from '#shared/domain/health/finding'
import type { Disk } from '../../disk/disk'
import { commandSteadyFor, stateOf } from '../safekeeping/staysDamaged'

/** `root` is the folder that the findings' files are named in. */
export async function checkTwice(
  disk: Disk,
  root: string,
  look: () => Promise<readonly Finding[]>,
): Promise<readonly Finding[]> {
  const state = ({ file }: Finding) => stateOf(disk, join(root, file))
  const first = await look()
  const damaged = first.filter(isDamaged)
  if (damaged.length === 0) return first
  const before = new Map(await Promise.all(damaged.map(async (one) => [one.file, await state(one)] as const)))
  await disk.wait(commandSteadyFor)
  const second = await look()
  return await Promise.all(
    second.map(async (one): Promise<Finding> => {
      const isSteady = !isDamaged(one) || before.get(one.file) === (await state(one))
      return isSteady ? one : { ...one, kind: 'being-written', canReturn: false }
    }),
  )
}

function isDamaged({ kind }: Finding): boolean {
  return kind === 'damaged'
}
