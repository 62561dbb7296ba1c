// What `npm start` and `npm test` share: a fresh machine has Node and nothing else, so this file uses Node alone.
import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Runs a command in the project's folder with its output shown; ends this process with the command's code when it fails. */
export function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options })
  if (error) {
    console.error(`${command}: ${error.message}`)
    process.exit(1)
  }
  if (status !== 0) process.exit(status ?? 1)
}

/** Installs the dependencies when they are not there or older than the lock file. */
export function installPackages() {
  const installed = join(root, 'node_modules', '.package-lock.json')
  const wanted = join(root, 'package-lock.json')
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(wanted).mtimeMs) return
  console.log('安装依赖 / installing dependencies')
  // Versions are those of the lock file. `npm ci` would refuse it wherever it lacks the binaries of another platform, so it is a
  // plain install that saves nothing. No package runs anything at install: what is shipped inside them is enough.
  run('npm', ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund'])
}
