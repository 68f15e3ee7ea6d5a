/** What answers a request that asks for nothing back. */
export async function done(act: () => Promise<void> | void): Promise<null> {
  await act()
  return null
}
