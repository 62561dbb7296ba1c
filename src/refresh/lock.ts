import { mkdir, open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { exitCodes, Refusal } from '../domain/refusal.js'
import type { Home } from './home.js'

/**
 * Holds the installation's lock while the work runs. A lock whose process is gone is taken over. Throws a Refusal (exit code 5)
 * when another refresh is at work.
 */
export async function withLock<Result>(home: Home, work: () => Promise<Result>): Promise<Result> {
  await mkdir(home.root, { recursive: true })
  const path = join(home.root, 'refresh.lock')
  if (!(await taken(path))) {
    const owner = Number(await readFile(path, 'utf8').catch(() => ''))
    if (isAlive(owner)) {
      throw new Refusal(
        {
          zh: `另一个刷新正在进行（进程 ${owner}），请等它结束；锁文件：${path}`,
          en: `another refresh is at work (process ${owner}); wait for it to end. Lock file: ${path}`,
        },
        exitCodes.locked,
      )
    }
    await rm(path, { force: true })
    if (!(await taken(path))) return withLock(home, work)
  }
  try {
    return await work()
  } finally {
    await rm(path, { force: true })
  }
}

async function taken(path: string): Promise<boolean> {
  try {
    const file = await open(path, 'wx')
    await file.writeFile(String(process.pid))
    await file.sync()
    await file.close()
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
