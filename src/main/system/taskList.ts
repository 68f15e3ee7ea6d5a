/** The entry points as tasks of a Windows jump list: each starts the app again, which hands its argument over to the one that runs. */
import type { Task } from 'electron'
import type { EntryPoint } from '../services/app/entryPoints'

export function taskList(entryPoints: readonly EntryPoint[], program: string): Task[] {
  return entryPoints.map(({ label, argument }) => ({
    program,
    iconPath: program,
    iconIndex: 0,
    title: label,
    description: label,
    arguments: argument,
  }))
}
