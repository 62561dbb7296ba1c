import { cp, mkdtemp, rm, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { contentOf } from './home-content.js'
import { disturbed, type Ended, refreshHome, type Step } from './run-refresh.js'
import { clearInbox, sendNextMonth, writeTinyHome } from './tiny-home.js'

/**
 * What a home holds before: nothing but reference tables and an inbox; a release, and little or everything that can be new in the inbox.
 */
export type Beginning = 'first' | 'little' | 'everything'

/** A home to be refreshed, and what a refresh makes of it when nothing comes between. */
export interface Scene {
  home: string
  after: Record<string, unknown>
  /** What that refresh did, step by step, and how long it took. */
  steps: Step[]
  ms: number
}

/** Makes a scene in a folder. */
export async function makeScene(folder: string, main: string, beginning: Beginning): Promise<Scene> {
  const home = join(folder, `${beginning}-before`)
  await writeTinyHome(home)
  if (beginning !== 'first') {
    expectGood(await refreshHome(main, home))
    await clearInbox(home)
    await sendNextMonth(home, beginning)
  }
  const undisturbed = await copyHome(home, join(folder, `${beginning}-after`))
  const { steps, ms } = expectGood(await refreshHome(main, undisturbed, disturbed()))
  const after = await contentOf(undisturbed)
  await rm(undisturbed, { recursive: true })
  return { home, after, steps, ms }
}

/** A copy of a home at another place, files' times and all. */
export async function copyHome(home: string, to: string): Promise<string> {
  await cp(home, to, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true })
  return to
}

/** Throws with what a run said when it did not end well. */
export function expectGood(ended: Ended): Ended {
  if (ended.code !== 0) throw new Error(`ended with ${ended.code}: ${ended.stderr}${ended.stdout}`)
  return ended
}

/**
 * A new folder for homes: in memory where there is room, for a process that is killed leaves the same behind there, and no disk has
 * to be waited for.
 */
export async function scratchFolder(): Promise<string> {
  const memory = '/dev/shm'
  const room = await statfs(memory).catch(() => null)
  const isEnough = room !== null && room.bavail * room.bsize > 500 * 1024 * 1024
  return mkdtemp(join(isEnough ? memory : tmpdir(), 'jiceng-crash-'))
}
