/** A look through all files of the journal, which changes none of them. */
import type { Finding } from '#shared/domain/health/finding'

/** Begins a look; `looked` is called for each file. Throws `folder-missing`. */
export type HealthCheck = (looked: () => void) => AsyncIterable<Finding>
