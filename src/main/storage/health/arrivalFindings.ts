/** Looks at what waits for the person's word: each file, and whether its words can be read. */
import type { Finding } from '#shared/domain/health/finding'
import { failureOf } from '../../disk/failureOf'
import type { ArrivalSource } from '../arrivals/arrival'
import { maxFileSize } from '../encryption/files/fileSet'
import { finding, type Look, troubleFor } from './look'

export async function* arrivalFindings(look: Look, arrivals: ArrivalSource): AsyncGenerator<Finding> {
  for (const arrival of await arrivals.all()) {
    const path = look.folder.path(...arrival.file.split('/'))
    try {
      await arrival.read(maxFileSize)
      yield finding(look, 'arrived', path, arrival.since === null ? {} : { since: arrival.since })
    } catch (error) {
      yield finding(look, troubleFor(failureOf(error).code), path)
    } finally {
      look.looked()
    }
  }
}
