import { join } from 'node:path'

/** Places in the repository that the scripts share. */
export const repository = join(import.meta.dirname, '../..')
export const cacheFolder = join(repository, 'node_modules/.cache')
export const electronPackage = join(repository, 'node_modules/electron')
