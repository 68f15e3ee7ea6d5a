/** Which page opens: today's, a new one from a template, or one written before. */
import type { OpenPage } from '#shared/contract/entries'
import { emptyDocument } from '#shared/document/document'
import { addDays, type Day, dayOf, type Moment } from '#shared/domain/day'
import type { Entry, EntryId } from '#shared/domain/entry/entry'
import { lastWritten } from '#shared/domain/entry/lastWritten'
import { withSectionIds } from '#shared/domain/entry/sectionIds'
import { Failure } from '#shared/domain/failure'
import type { WallDateTime } from '#shared/domain/reminder/reminder'
import { latestOfDay, wallOf, wallOfOccurrence } from '#shared/domain/reminder/reminderTimes'
import type { Settings } from '#shared/domain/settings/settings'
import { defaultTemplate, findTemplate } from '#shared/domain/template/builtIn/builtInTemplates'
import { newEntry, promptFor, rotationFor, tomorrowFrom } from '#shared/domain/template/newEntry'
import type { Template } from '#shared/domain/template/template'
import type { PageRequest } from '../app/pageRequests'
import type { Clock } from '../ports/clock'
import type { EntryStore } from '../ports/recordStore'
import type { PageDrafts } from './pageDrafts'

/** How far back a new page looks, in days: enough for every rotating practice, and few enough files to read before the first page shows. */
const lookBackDays = 28

export interface Pages {
  currentDay(): Day
  today(): Promise<OpenPage>
  /** Today's page from a template, the one written last; a new one when there is none. */
  todayFrom(templateId: string): Promise<OpenPage>
  /** The page of a day that was written last; `null` stands for today, and for any template or that of the reminder that came. A new one when there is none. */
  ofDay(day: Day | null, templateId: string | null): Promise<OpenPage>
  asked(page: PageRequest | null): Promise<OpenPage>
  draft(templateId: string, day: Day | null): Promise<OpenPage>
  read(id: EntryId): Promise<OpenPage>
}

export interface PagesNeeds {
  readonly entries: Pick<EntryStore, 'ofDay' | 'before' | 'read'>
  readonly drafts: Pick<PageDrafts, 'ofDay' | 'onto'>
  readonly clock: Clock
  readonly newId: () => EntryId
  readonly settings: () => Settings
}

export function createPages({ entries, drafts, clock, newId, settings }: PagesNeeds): Pages {
  const currentDay = () => dayOf(clock.now(), settings().dayEnds)

  /** A journal that can't be read has no earlier pages; that is no reason to have no page to write on. */
  const earlier = (day: Day) => entries.before(day, lookBackDays).catch((): Entry[] => [])

  async function draft(templateId: string, day: Day | null): Promise<OpenPage> {
    const template = findTemplate(templateId)
    if (!template) throw new Failure('not-found', `no template ${templateId}`)
    const on = day ?? currentDay()
    const past = await earlier(on)
    const rotation = rotationFor(template, past, on)
    const manager = settings().manager
    const entry = newEntry({
      template,
      day: on,
      now: clock.now(),
      id: newId(),
      manager,
      rotation,
      emptyAnswer: emptyDocument(),
    })
    const alternatives = [...rotation.values()].flat().map((prompt) => promptFor(prompt, manager))
    return { entry, draft: null, alternatives, fromBefore: fromBefore(template.id, on, past) }
  }

  /** What is open: the entry, or what was written on its page and is not in the journal. */
  async function written(stored: Entry): Promise<OpenPage> {
    // Drafts that can't be read now are no reason not to show the page; they stay for the next time.
    const drafted = await drafts.onto(stored.id, stored).catch(() => null)
    return around(drafted ?? { entry: withSectionIds(stored), draft: null })
  }

  async function read(id: EntryId): Promise<OpenPage> {
    try {
      return await written(await entries.read(id))
    } catch (error) {
      // It may never have come into the journal, or that is away.
      const drafted = error instanceof Failure ? await drafts.onto(id, null).catch(() => null) : null
      if (drafted === null) throw error
      return around(drafted)
    }
  }

  async function around(shown: Pick<OpenPage, 'entry' | 'draft'>): Promise<OpenPage> {
    const { entry } = shown
    // Only yesterday's reach: a page of last month is read for itself.
    const isToday = entry.day === currentDay()
    const past = isToday && entry.template === defaultTemplate.id ? await earlier(entry.day) : []
    return { ...shown, alternatives: [], fromBefore: fromBefore(entry.template, entry.day, past) }
  }

  /** Also what was written that day and is not in the journal. */
  async function ofDay(day: Day | null, templateId: string | null): Promise<OpenPage> {
    const on = day ?? currentDay()
    const [stored, drafted] = await Promise.all([entries.ofDay(on), drafts.ofDay(on).catch(() => [])])
    const pages = [...stored, ...drafted]
    const wanted = templateId ?? (day === null ? remindedTemplate(pages) : null)
    const last = lastWritten(pages, ({ template }) => wanted === null || template === wanted)
    if (last === undefined) return draft(wanted ?? defaultTemplate.id, day)
    const entry = stored.find((one) => one === last)
    return entry ? written(entry) : read(last.id)
  }

  /** In the evening the template of the evening's reminder, until a page was written on since it came: the morning's is over. */
  function remindedTemplate(ofToday: readonly Entry[]): string | null {
    const reminded = remindedOf(clock.now(), settings())
    const last = lastWritten(ofToday)
    const isWrittenSince = reminded && last && wallOf({ ...clock.now(), at: last.updated.at }) >= reminded.since
    return reminded && !isWrittenSince ? reminded.template : null
  }

  const today = () => ofDay(null, null)
  const todayFrom = (templateId: string) => ofDay(null, templateId)

  return {
    currentDay,
    draft,
    today,
    todayFrom,
    ofDay,
    asked(page) {
      if (page === null || page.template === null) return today()
      return page.isNew ? draft(page.template, null) : todayFrom(page.template)
    },
    read,
  }
}

/** What the latest reminder of the day opens, and since when; null before the first, and for a template that is gone. */
function remindedOf(
  now: Moment,
  { reminders, dayEnds }: Settings,
): { readonly template: Template['id']; readonly since: WallDateTime } | null {
  const came = reminders && latestOfDay(reminders, now, dayEnds)
  const template = reminders?.reminders.find(({ id }) => id === came?.reminder)?.template
  if (came === undefined || template === undefined || !findTemplate(template)) return null
  return { template, since: wallOfOccurrence(came) }
}

/** The last "one thing for tomorrow", shown on a daily page; older than a week it says nothing about today. */
function fromBefore(template: Template['id'], day: Day, past: readonly Entry[]): OpenPage['fromBefore'] {
  if (template !== defaultTemplate.id) return null
  const found = tomorrowFrom(past, day)
  return found && found.day >= addDays(day, -7) ? found : null
}
