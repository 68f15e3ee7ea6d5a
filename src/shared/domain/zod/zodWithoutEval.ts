/** Imported by every file of schemas before it makes one: zod probes `new Function` otherwise, which the page's policy reports. */
import { z } from 'zod'

z.config({ jitless: true })
