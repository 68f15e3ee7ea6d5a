/** What the durable primitives need of their surroundings. */
import { setTimeout } from 'node:timers/promises'
import type { Files } from './files'
import { nodeFiles } from './nodeFiles'

export interface Disk {
  readonly files: Files
  readonly platform: NodeJS.Platform
  /** Waits before a rename is tried again; tests don't wait. */
  wait(milliseconds: number): Promise<void>
}

export function nodeDisk(given: Partial<Disk> = {}): Disk {
  return { files: nodeFiles, platform: process.platform, wait: (milliseconds) => setTimeout(milliseconds), ...given }
}
