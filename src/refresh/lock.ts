import { mkdir, readdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { exitCodes, Refusal } from '../domain/refusal.js'
import type { Text } from '../domain/text.js'
import type { Home } from './home.js'
import { isAlive, markOf } from './process-mark.js'

/** What a lock is for: the name of its folder below the home, and what is at work while it is held. */
export interface LockKind {
  name: string
  work: Text
}

const refreshing: LockKind = { name: 'refresh.lock', work: { zh: '刷新', en: 'refresh' } }

/**
 * Holds the installation's lock while the work runs, or one for other work. A lock whose process is gone is taken over. Throws a
 * Refusal (exit code 5) when another one is at work.
 *
 * The lock is a folder with one file in it, named by the process that holds it. Both of its moves are one step of the file system and
 * cannot hit anybody else's lock: a folder is renamed to its place only where there is none or an empty one, and what is
 * removed from a lock that was left behind is the file of that very process.
 */
export async function withLock<Result>(home: Home, work: () => Promise<Result>, kind = refreshing): Promise<Result> {
  await mkdir(home.root, { recursive: true })
  const lock = join(home.root, kind.name)
  const mark = (await markOf(process.pid)) ?? String(process.pid)
  for (let tries = 1; ; tries++) {
    const trouble = await take(lock, mark)
    if (trouble === null) break
    if (tries === mostTries) throw trouble
    await removeIfLeft(lock, kind)
  }
  try {
    await removeOthersAside(lock)
    return await work()
  } finally {
    await release(lock, mark)
  }
}

/** Others may come and go while a lock is tried for; so often in a row they do not. */
const mostTries = 20

/**
 * Makes the folder aside, so that it is never there without its file, and moves it to its place. Gives the error when there is a lock
 * already, or when whoever holds it took what is aside for left behind and swept it away.
 */
async function take(lock: string, mark: string): Promise<Error | null> {
  const aside = `${lock}.${mark}`
  try {
    await mkdir(aside)
    await writeFile(join(aside, mark), '')
    await rename(aside, lock)
    return null
  } catch (error) {
    await rm(aside, { recursive: true, force: true })
    const { code = '' } = error as NodeJS.ErrnoException
    if (['ENOTEMPTY', 'EEXIST', 'ENOENT', 'ENOTDIR'].includes(code)) return error as Error
    throw error
  }
}

async function removeIfLeft(lock: string, { work }: LockKind): Promise<void> {
  // The first version's lock was a file with the number of its process in it.
  const file = await readFile(lock, 'utf8').catch(() => null)
  for (const mark of file === null ? await readdir(lock).catch(() => []) : [file]) {
    if (await isAlive(mark)) throw locked(lock, mark, work)
    await rm(file === null ? join(lock, mark) : lock, { force: true })
  }
  await removeEmpty(lock)
}

async function release(lock: string, mark: string): Promise<void> {
  await rm(join(lock, mark), { force: true })
  await removeEmpty(lock)
}

/** Another refresh may have put its own in the place of the empty folder: that stays. */
async function removeEmpty(lock: string): Promise<void> {
  await rmdir(lock).catch(() => {})
}

/** What processes left that died while they were about to take the lock. */
async function removeOthersAside(lock: string): Promise<void> {
  const folder = join(lock, '..')
  const left = (await readdir(folder)).filter((name) => name.startsWith(`${basename(lock)}.`))
  for (const name of left) await rm(join(folder, name), { recursive: true, force: true })
}

function locked(lock: string, mark: string, work: Text): Refusal {
  const [pid] = mark.split('-')
  return new Refusal(
    {
      zh: `另一个${work.zh}正在进行（进程 ${pid}），请等它结束；锁：${lock}`,
      en: `another ${work.en} is at work (process ${pid}); wait for it to end. Lock: ${lock}`,
    },
    exitCodes.locked,
  )
}
