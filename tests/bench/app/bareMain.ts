/** A bare app on the same runtime: serves the pages of its folder and opens none by itself. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { app, protocol } from 'electron'

protocol.registerSchemesAsPrivileged([{ scheme: 'bare', privileges: { standard: true, secure: true } }])
app.on('window-all-closed', () => undefined)

void app.whenReady().then(() => {
  protocol.handle('bare', (request) => {
    const name = new URL(request.url).pathname.slice(1)
    if (!/^[a-z0-9-]+\.(html|js)$/.test(name)) return new Response(null, { status: 404 })
    const type = name.endsWith('.js') ? 'text/javascript' : 'text/html; charset=utf-8'
    return new Response(readFileSync(join(__dirname, name)), { headers: { 'Content-Type': type } })
  })
})
