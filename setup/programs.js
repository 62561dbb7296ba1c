// What the tests need beside Node: a browser for the pages, an office program for the workbooks, and a Chinese font.
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { root, run } from './steps.js'

const browsers = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const offices = ['/usr/bin/soffice', '/usr/bin/libreoffice']

/** True where system packages can be installed: root on Debian or one of its kin. */
function canInstallPackages() {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
}

function hasChineseFont() {
  try {
    return execFileSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' }).trim() !== ''
  } catch {
    return false
  }
}

/** Installs what is missing: the system's packages where that is possible, else Playwright's own build of the browser. */
export function installPrograms() {
  const isThere = (paths) => paths.some((path) => existsSync(path))
  if (!canInstallPackages()) {
    // Without an office program the tests that open workbooks in one are skipped, and say so.
    if (!isThere(browsers)) run('npx', ['playwright-core', 'install', 'chromium'], { cwd: root })
    return
  }
  const packages = [
    ...(isThere(browsers) ? [] : ['chromium']),
    ...(isThere(offices) ? [] : ['libreoffice-calc']),
    ...(hasChineseFont() ? [] : ['fonts-noto-cjk']),
  ]
  if (packages.length === 0) return
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  console.log(`安装测试所需的程序 / installing what the tests need: ${packages.join(' ')}`)
  run('apt-get', ['update', '-qq'], { env })
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}
