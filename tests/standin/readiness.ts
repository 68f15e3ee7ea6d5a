/** Whether `ready` has been, for the modules whose use before it is an error on Electron. */
export const readiness = { isReady: false }
