/** A process that does one action to a journal and may be killed while it does. Says when it begins and when it has done it. */
import { writeSync } from 'node:fs'
import { ofMore, ofSteps, placeIn } from './actions'

const [name = '', folder = ''] = process.argv.slice(2)
const action = [...ofSteps, ...ofMore].find((one) => one.name === name)
if (!action) throw new Error(`no action is called ${name}`)
writeSync(1, 'begun\n')
const place = placeIn(folder)
// As late as it is when the actions before it were done in one life.
place.clock.advance({ minutes: 62 })
await action.run(place)
writeSync(1, 'done\n')
