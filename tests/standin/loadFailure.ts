const codes = new Map([
  ['ERR_IO_PENDING', -1],
  ['ERR_FAILED', -2],
  ['ERR_ABORTED', -3],
  ['ERR_FILE_NOT_FOUND', -6],
  ['ERR_BLOCKED_BY_CLIENT', -20],
  ['ERR_CONNECTION_REFUSED', -102],
  ['ERR_NAME_NOT_RESOLVED', -105],
  ['ERR_INTERNET_DISCONNECTED', -106],
  ['ERR_INVALID_URL', -300],
  ['ERR_UNKNOWN_URL_SCHEME', -302],
])

/** The error `loadURL` rejects with. https://source.chromium.org/chromium/chromium/src/+/main:net/base/net_error_list.h */
export function loadFailure(url: string, errorText: string) {
  const code = errorText.replace(/^net::/, '')
  const errno = codes.get(code) ?? -2
  return Object.assign(new Error(`${code} (${errno}) loading '${url}'`), { code, errno, url })
}
