/** Once another device changed the lock, or the key file is gone, nothing is written into the folder any more, whatever is asked for. */
import { expect, test } from 'vitest'
import { failureOf } from '../../../../src/main/disk/failureOf'
import { leaveCapture } from '../../../../src/main/storage/dayLogs/leaveCapture'
import { leaveAnswer } from '../../../../src/main/storage/inbox/leaveAnswer'
import { madeAnswer, madeCapture } from '../../../services/made'
import { collected, nextOf, sampleEntry, sampleId } from '../../sample'
import { madeKey, passphrase } from '../../sealed'
import { type Side, twoSides } from '../syncedSides'

const entry = sampleEntry()
const other = sampleEntry({ id: sampleId(2) })
const trashed = sampleEntry({ id: sampleId(3) })
const copied = sampleEntry({ id: sampleId(4) })
const kept = madeCapture(5)
const pathOf = (prefix: string, id: string) => `${prefix}entries/2026/2026-03-02-${id}.json`

/** Something for each thing that can be done. */
async function filled(a: Side, prefix: string) {
  const journal = await a.open()
  const { entries, captures } = journal
  for (const one of [other, trashed, copied]) await entries.save(one, 0)
  await entries.save(nextOf(entry, 'word1'), 1)
  await entries.trash(trashed.id)
  await captures.add(kept)
  const files = a.place.synced
  const read = (path: string) => files.files().get(path) ?? Buffer.from('')
  await entries.save(nextOf(copied, 'word2'), 1)
  files.put(
    `${pathOf(prefix, copied.id)} (1).json`.replace('.json (1)', ' (1)'),
    read(pathOf(prefix, other.id)),
    'renamed',
  )
  files.put(pathOf(prefix, sampleId(6)), Buffer.from('damaged'), 'renamed')
  files.put(`${prefix}quarantine/x.20260302T101010500Z-0a1b2c3d.json`, Buffer.from('damaged'), 'renamed')
  files.put(`${prefix}settings (1).json`, Buffer.from('{"schema":1}'), 'renamed')
  await leaveCapture(a.leaving, { ...madeCapture(7), day: kept.day })
  await leaveAnswer(a.leaving, madeAnswer(8, 'word3'))
  return journal
}

type Journal = Awaited<ReturnType<typeof filled>>

const verbs: Record<string, (journal: Journal) => Promise<unknown>> = {
  save: ({ entries }) => entries.save(nextOf(other, 'word4'), 1),
  'save a new one': ({ entries }) => entries.save(sampleEntry({ id: sampleId(9) }), 0),
  'move to another day': ({ entries }) => entries.save({ ...nextOf(other, 'word4'), day: '2026-03-05' }, 1),
  read: ({ entries }) => entries.read(copied.id),
  'read all': ({ entries }) => collected(entries.all()),
  'look at what is damaged': ({ entries }) => entries.lookAt(sampleId(6)),
  trash: ({ entries }) => entries.trash(other.id),
  restore: ({ entries }) => entries.restore(trashed.id),
  erase: ({ entries }) => entries.erase(trashed.id),
  'read the trash': ({ entries }) => entries.trashed(),
  'bring a version': ({ history }) =>
    history
      .of(entry.id)
      .then(({ versions: [first], record }) =>
        history.bring(entry.id, { version: first?.id ?? '', base: record.revision, as: 'copy' }),
      ),
  'make room': ({ history }) => history.keepWithin(1),
  'add a capture': ({ captures }) => captures.add({ ...madeCapture(10), day: kept.day }),
  'change a capture': ({ captures }) =>
    captures.change(kept.day, kept.id, (capture) => ({ ...capture, text: 'word5' })),
  'move a capture': ({ captures }) => captures.move(kept.day, kept.id, '2026-03-07'),
  'merge the inbox': ({ captures }) => captures.mergeInbox(),
  'tidy captures': ({ captures }) => captures.tidy([kept.day]),
  'read answers': ({ answers }) => answers.waiting(),
  'remove an answer': ({ answers }) => answers.remove(madeAnswer(8, '').id),
  'change settings': ({ settings }) => settings.change((value) => ({ ...value, manager: 'word6' })),
  'save settings': ({ settings }) => settings.save({ ...settings.value, manager: 'word6' }),
  'look at settings': ({ settings }) => settings.lookAgain(),
  'settle a file': ({ quarantine }) => quarantine.dismiss('quarantine/x.20260302T101010500Z-0a1b2c3d.json'),
  'look at last states': (journal) => journal.lookAtLastStates(),
  'look at the health': (journal) => collected(journal.checkHealth(() => undefined)),
}

const contents = ({ place }: Side) =>
  [...place.synced.files()]
    .filter(([path]) => !path.startsWith('locks/'))
    .map(([path, bytes]) => `${path} ${Buffer.from(bytes).toString('base64')}`)
    .sort()

test.each(['turned on', 'turned off', 'both key files gone'])('%s elsewhere: no verb writes', async (how) => {
  const { a } = await twoSides()
  if (how !== 'turned on') await (await a.seal.prepare(passphrase)).turnOn(() => undefined)
  const journal = await filled(a, how === 'turned on' ? '' : 'sealed/')
  const files = a.place.synced
  if (how === 'turned on') files.put('lock.json', (await madeKey()).bytes, 'renamed')
  else for (const path of ['lock.json', 'sealed/lock.json']) files.remove(path)
  if (how === 'turned off') files.put('sealed/unfinished', Buffer.from('given up\n'), 'renamed')
  const before = contents(a)
  const codes = new Set<string>()
  for (const [name, verb] of Object.entries(verbs)) {
    await verb(journal).catch((error: unknown) => codes.add(failureOf(error).code))
    expect(contents(a), name).toEqual(before)
  }
  expect([...codes]).toContain(how === 'both key files gone' ? 'key-missing' : 'lock-changed')
  await journal.close()
  expect(contents(a)).toEqual(before)
})
