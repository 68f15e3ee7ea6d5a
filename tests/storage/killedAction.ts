/** A process that does one deed to a journal and may be killed while it does. Says when it begins and when it has done it. */
import { writeSync } from 'node:fs'
import { ofMore, ofSteps, placeIn } from './deeds'

const [name = '', folder = ''] = process.argv.slice(2)
const deed = [...ofSteps, ...ofMore].find((one) => one.name === name)
if (!deed) throw new Error(`no deed is called ${name}`)
writeSync(1, 'begun\n')
const place = placeIn(folder)
// As late as it is when the deeds before it were done in one life.
place.clock.advance({ minutes: 62 })
await deed.run(place)
writeSync(1, 'done\n')
