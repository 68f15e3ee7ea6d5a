/** The entry points as tasks of a Windows jump list: each starts the app again, which hands its argument over to the one that runs. */
import type { Task } from 'electron'
import type { LaunchItem } from '../services/app/launchItems'

export function taskList(launchItems: readonly LaunchItem[], program: string): Task[] {
  return launchItems.map(({ label, argument }) => ({
    program,
    iconPath: program,
    iconIndex: 0,
    title: label,
    description: label,
    arguments: argument,
  }))
}
