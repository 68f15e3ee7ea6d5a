/** Takes the place of `temporal-polyfill` in the built page: there the polyfill would only pass this on, since Chromium has it from version 144 on. */
export const { Temporal } = globalThis
