import { readFile } from 'node:fs/promises'

/**
 * What tells a process from every other, also from one that has its number later: the number, and where the system says them, the
 * tick in which it was started and the start of the machine (`4711-830264-1f0c5e0a`). Null when there is no such process, or only its
 * remains that nobody has fetched.
 */
export async function markOf(pid: number): Promise<string | null> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null)
  if (stat === null) return answersTo(pid) ? String(pid) : null
  // The name, in brackets, may hold anything; behind it come the state as field 3 and the start as field 22.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  if (fields[0] === 'Z' || fields[0] === 'X') return null
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '')
  return [pid, fields[19], boot.slice(0, 8)].join('-')
}

/** True while the process of a mark is there, or one of its number that cannot be told from it. */
export async function isAlive(mark: string): Promise<boolean> {
  const [pid = ''] = mark.split('-')
  const now = /^\d+$/.test(pid) ? await markOf(Number(pid)) : null
  return now !== null && (now === mark || now === pid || mark === pid)
}

function answersTo(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
