import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

/** Where the system keeps the browser; elsewhere Playwright's own build is used, which `npm test` installs. */
const paths = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** A browser that makes no request of its own. */
export function launch(): Promise<Browser> {
  const executablePath = paths.find(existsSync)
  return chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}
