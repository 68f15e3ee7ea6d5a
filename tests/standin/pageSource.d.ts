/** Scripts that run in the page: `build.ts` bundles each into the text of one self-contained script. */
declare module '*?page' {
  export const source: string
}
