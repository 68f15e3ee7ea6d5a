/** Dated records lie in one folder a year, named by its four digits. */
export function isYearFolder(name: string): boolean {
  return /^\d{4}$/.test(name)
}
