import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Runs a program of the system; throws with what it printed when it fails. */
function system(program: string, ...args: string[]): void {
  const { status, stderr, error } = spawnSync(program, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${error?.message ?? stderr}`)
}

/** Mounts a disk in memory of so many kilobytes on a folder that is made for it. */
export function mountDisk(folder: string, kilobytes: number): void {
  mkdirSync(folder, { recursive: true })
  system('mount', '-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', folder)
}

/** Changes a mounted disk: `ro`, `rw`, `size=2000k`. */
export function remount(folder: string, as: string): void {
  system('mount', '-o', `remount,${as}`, folder)
}

/** Takes a disk away with all that is on it. */
export function unmountDisk(folder: string): void {
  system('umount', folder)
  rmdirSync(folder)
}

/** Why disks cannot be mounted here; null when they can. */
export function whyNoMount(): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'jiceng-mount-'))
  try {
    mountDisk(folder, 100)
    unmountDisk(folder)
    return null
  } catch (error) {
    return (error as Error).message.trim()
  }
}
