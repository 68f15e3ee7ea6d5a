/** What a look through the journal's files found, in a terminal. */
import type { Finding } from '../domain/finding'

export const findings: Record<Finding['kind'], string> = {
  damaged: 'can’t be read',
  quarantined: 'could not be read and was set aside',
  missing: 'only earlier versions of this entry are left',
  newer: 'written by a newer version of Throughline',
  duplicate: 'a second file of one entry',
  copy: 'left by another program beside the one that counts',
  foreign: 'not of Throughline, left alone',
  unreachable: 'the disk does not give it',
}
