/** Whether the system starts the app when the person logs in. */
export interface LoginItem {
  /** As the system has it now. */
  read(): Promise<boolean>
  /** Throws a `Failure`. */
  set(starts: boolean): Promise<void>
}
