/** As many of a notification's buttons as its platform has. */

/** Windows refuses a notification with more. https://learn.microsoft.com/windows/apps/develop/notifications/app-notifications/app-notifications-content */
const maxOnWindows = 5

/** The second goes first: those around it are near to what it offers. The last one stays. */
export function fittingActions<T>(actions: readonly T[], platform: string): readonly T[] {
  const over = platform === 'win32' ? Math.max(0, actions.length - maxOnWindows) : 0
  return [...actions.slice(0, 1), ...actions.slice(1 + over)]
}
