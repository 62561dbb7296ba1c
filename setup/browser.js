// The browser that the page tests use, and a Chinese font for it.
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { root, run } from './steps.js'

const browsers = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

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
export function installBrowser() {
  const hasBrowser = browsers.some((path) => existsSync(path))
  if (hasBrowser && (hasChineseFont() || !canInstallPackages())) return
  if (canInstallPackages()) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    console.log('安装测试用浏览器和中文字体 / installing the browser and the Chinese font of the page tests')
    run('apt-get', ['update', '-qq'], { env })
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], {
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    return
  }
  run('npx', ['playwright-core', 'install', 'chromium'], { cwd: root })
}
