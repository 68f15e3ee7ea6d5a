/** From now on another platform is played, as far as the app's own code asks for it: Node's own modules have looked before. */
export function playPlatform(): void {
  const platform = process.env.THROUGHLINE_STANDIN_PLATFORM
  if (platform !== undefined) Object.defineProperty(process, 'platform', { value: platform, enumerable: true })
}
