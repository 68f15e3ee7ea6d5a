/** What a start of the app, or its menu, asks the page for, kept until there is a window that can show it. */
import type { LinkTarget } from '#shared/contract/app'
import type { CommandId } from '#shared/contract/commands'

export interface PageRequest {
  /** Null for today's page, else one from this template. */
  readonly template: string | null
  /** A new one, also when today has one from this template. */
  readonly isNew: boolean
}

export interface PendingRequest {
  readonly page: PageRequest | null
  readonly command: CommandId | null
  readonly link: LinkTarget | null
}

export interface PageRequests {
  ask(request: Partial<PendingRequest>): void
  /** A page begins: what it is to show first, if anything was asked. From here on requests reach it at once. */
  pageBegan(): PendingRequest
  pageEnded(): void
}

export interface PageRequestEvents {
  page(page: PageRequest): void
  command(command: CommandId): void
  link(link: LinkTarget): void
}

const nothing: PendingRequest = { page: null, command: null, link: null }

export function createPageRequests(emit: PageRequestEvents): PageRequests {
  let waiting = nothing
  let listening = false
  return {
    ask({ page = null, command = null, link = null }) {
      if (!listening) {
        waiting = { page: page ?? waiting.page, command: command ?? waiting.command, link: link ?? waiting.link }
        return
      }
      if (page !== null) emit.page(page)
      if (command !== null) emit.command(command)
      if (link !== null) emit.link(link)
    },
    pageBegan() {
      listening = true
      const asked = waiting
      waiting = nothing
      return asked
    },
    pageEnded() {
      listening = false
    },
  }
}
