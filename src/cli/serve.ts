import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import send from 'send'
import { exitCodes, Refusal } from '../domain/refusal.js'
import { releaseFolder } from '../refresh/release.js'
import type { CommandSpec } from './command.js'

/** `jiceng serve`: the current release on this machine only. */
export const serve: CommandSpec = {
  name: 'serve',
  summary: { zh: '在本机 127.0.0.1 上打开当前一期的网站', en: 'serve the current release on 127.0.0.1' },
  examples: ['jiceng serve', 'jiceng serve --port 8080', 'jiceng serve --release 2026-07-2'],
  declare: (command, say) =>
    command
      .option('--port <number>', say({ zh: '端口', en: 'port' }), '3000')
      .option(
        '--release <name>',
        say({ zh: '打开哪一期（默认：当前）', en: 'which release (default: the current one)' }),
      ),
  run: async ({ home, json, terminal }, options) => {
    const named = typeof options.release === 'string' ? options.release : undefined
    const folder = await releaseFolder(home, named)
    if (!existsSync(join(folder, 'site', 'index.html'))) {
      throw new Refusal({
        zh: `这一期没有网站：${folder}。请运行 jiceng refresh（不带 --no-site）`,
        en: `this release has no site: ${folder}. Run jiceng refresh without --no-site`,
      })
    }
    const port = Number(options.port)
    if (!Number.isInteger(port) || port < 0 || port > 65_535) {
      throw new Refusal({ zh: `端口不对：${options.port}`, en: `not a port: ${options.port}` })
    }
    // The pointer is followed at each request, so a release that is published meanwhile is served without a restart.
    const root = join(named === undefined ? join(home.releases, 'current') : folder, 'site')
    const server = createServer((request, response) => {
      const [path = '/'] = (request.url ?? '/').split('?')
      send(request, path, { root, extensions: ['html'], index: 'index.html', cacheControl: false })
        .on('error', (error: Error & { status?: number }) => {
          response.statusCode = error.status ?? 500
          response.setHeader('content-type', 'text/plain; charset=utf-8')
          response.end({ zh: `没有这一页：${path}`, en: `no such page: ${path}` }[terminal.lang])
        })
        .on('directory', () => {
          response.statusCode = 301
          response.setHeader('location', `${path}/`)
          response.end()
        })
        .pipe(response)
    })
    const address = await new Promise<string>((resolve, reject) => {
      server.once('error', reject)
      server.listen(port, '127.0.0.1', () => {
        const bound = server.address()
        resolve(`http://127.0.0.1:${typeof bound === 'object' ? bound?.port : port}/`)
      })
    }).catch((cause: NodeJS.ErrnoException) => {
      if (cause.code !== 'EADDRINUSE') throw cause
      throw new Refusal(
        { zh: `端口 ${port} 已被占用，请用 --port 换一个`, en: `port ${port} is taken; choose another with --port` },
        exitCodes.usage,
        { cause },
      )
    })
    terminal.print(
      json
        ? JSON.stringify({ address })
        : { zh: `网站已打开：${address}（按 Ctrl+C 结束）`, en: `serving ${address} (Ctrl+C ends)` }[terminal.lang],
    )
    await new Promise<void>((resolve) => {
      process.once('SIGINT', resolve)
      process.once('SIGTERM', resolve)
    })
    server.closeAllConnections()
    server.close()
    return exitCodes.ok
  },
}
