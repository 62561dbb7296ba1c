import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { filesBelow } from '../../src/refresh/files.js'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
}

/**
 * Serves a built site on this machine as a good web server would: every file compressed beforehand, those with a hash in their name kept
 * by browsers for ever. Gives the address, without a slash at its end.
 */
export async function serveSite(site: string): Promise<{ address: string; server: Server }> {
  const files = new Map<string, { body: Buffer; type: string }>()
  for (const name of await filesBelow(site)) {
    const type = types[extname(name)] ?? 'application/octet-stream'
    files.set(`/${name}`, { body: gzipSync(readFileSync(join(site, name)), { level: 9 }), type })
  }
  const server = createServer((request, response) => {
    const [path = '/'] = (request.url ?? '/').split('?')
    const file = files.get(path.endsWith('/') ? `${path}index.html` : path) ?? files.get(`${path}.html`)
    if (!file) {
      response.writeHead(404).end()
      return
    }
    const cache = path.includes('/_') ? 'public, max-age=31536000, immutable' : 'no-cache'
    response
      .writeHead(200, { 'content-type': file.type, 'content-encoding': 'gzip', 'cache-control': cache })
      .end(file.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server }
}
