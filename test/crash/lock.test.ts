import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { homeAt } from '../../src/refresh/home.js'
import { withLock } from '../../src/refresh/lock.js'
import { isAlive, markOf } from '../../src/refresh/process-mark.js'
import { bundle } from './program.js'
import { runProgram } from './run-refresh.js'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jiceng-lock-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** The lock of a home, held by whoever has this mark. */
async function heldBy(mark: string): Promise<string> {
  await mkdir(join(folder, 'refresh.lock'))
  await writeFile(join(folder, 'refresh.lock', mark), '')
  return folder
}
const refused = expect.objectContaining({ exitCode: 5 })
const work = async () => 'done'

describe('the lock', () => {
  test('is held by one process at a time, however many want it and die', async () => {
    const main = await bundle(join(import.meta.dirname, 'hold-lock.ts'), folder)
    const home = join(folder, 'home')
    const one = async (seed: number): Promise<string> => {
      const { code, stdout, stderr } = await runProgram(main, [home, String(seed), '80'])
      // One that died is followed by the next.
      return code === null ? one(seed + 100) : `${code} ${stderr}${stdout}`
    }
    const ends = await Promise.all([1, 2, 3, 4, 5, 6].map(one))
    expect(ends).toEqual(ends.map(() => expect.stringMatching(/^0 \d+$/)))
    const held = ends.reduce((sum, end) => sum + Number(end.slice(2)), 0)
    expect(held).toBeGreaterThan(20)
    expect((await readdir(home)).filter((name) => name !== 'inside')).toEqual([])
  })

  test('of a live process is respected, and says which', async () => {
    const home = homeAt(await heldBy(String(await markOf(process.pid))))
    await expect(withLock(home, work)).rejects.toEqual(refused)
    await expect(withLock(home, work)).rejects.toThrow(`process ${process.pid}`)
  })

  test('of a process that is gone is taken over, also when its number is that of another one now', async () => {
    const [pid, start, boot] = String(await markOf(process.pid)).split('-')
    for (const mark of ['999999999', `${pid}-${Number(start) - 1}-${boot}`, `${pid}-${start}-00000000`, 'nonsense']) {
      expect(await withLock(homeAt(await heldBy(mark)), work)).toBe('done')
      expect(await readdir(folder)).toEqual([])
    }
  })

  test('that somebody was about to take, or had emptied, is in nobody’s way', async () => {
    await mkdir(join(folder, 'refresh.lock'))
    await mkdir(join(folder, 'refresh.lock.999999999-1-00000000'))
    expect(await withLock(homeAt(folder), work)).toBe('done')
    expect(await readdir(folder)).toEqual([])
  })

  test('is let go of when the work fails', async () => {
    await expect(withLock(homeAt(folder), () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await readdir(folder)).toEqual([])
  })
})

test('what is left of a process that nobody has waited for is no process', async () => {
  // The shell becomes a program that knows nothing of the child it has.
  const child = spawn('sh', ['-c', 'sleep 0.2 & echo $!; exec sleep 20'], { stdio: ['ignore', 'pipe', 'ignore'] })
  try {
    const pid = Number(await new Promise<Buffer>((resolve) => child.stdout.once('data', resolve)))
    const mark = String(await markOf(pid))
    expect(await isAlive(mark)).toBe(true)
    await expect.poll(() => isAlive(mark), { timeout: 10_000 }).toBe(false)
  } finally {
    child.kill('SIGKILL')
  }
})
