import { exitCodes, Refusal } from '../domain/refusal.js'
import type { Text } from '../domain/text.js'

/** What a disk may refuse, as the system and as the engine say it. */
const troubles = {
  full: /^(ENOSPC|EDQUOT|EFBIG)$|no space left on device|disk quota exceeded|file too large/i,
  readOnly: /^EROFS$|read-only file system/i,
  notAllowed: /^(EACCES|EPERM)$|permission denied|operation not permitted/i,
} as const

const sentences: Record<keyof typeof troubles, (path: string) => Text> = {
  full: (path) => ({
    zh: `磁盘已满，写不进 ${path}。已发布的一期不变；请腾出空间后重新运行`,
    en: `the disk is full: cannot write ${path}. The current release stays; make room and run again`,
  }),
  readOnly: (path) => ({
    zh: `磁盘是只读的，写不进 ${path}。已发布的一期不变；请以可写方式挂载后重新运行`,
    en: `the disk is read-only: cannot write ${path}. The current release stays; mount it for writing and run again`,
  }),
  notAllowed: (path) => ({
    zh: `没有权限读写 ${path}。已发布的一期不变；请把权限交给运行 jiceng 的用户后重新运行`,
    en: `no permission for ${path}. The current release stays; give the user that runs jiceng access and run again`,
  }),
}

/**
 * The sentence for an error that the disk is the cause of: which file (the home where the system does not say), and what to do. Null
 * for every other error.
 */
export function diskRefusal(error: unknown, home: string): Refusal | null {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const { code = '', path, dest, message } = cause as NodeJS.ErrnoException & { dest?: string }
    const found = Object.entries(troubles).find(([, pattern]) => pattern.test(code) || pattern.test(message))
    if (cause instanceof Refusal) return null
    if (found === undefined) continue
    // The engine also names its database, which is no place to make room in.
    const [, named] = /"([^"]*[\\/][^"]*)"/.exec(message) ?? []
    const say = sentences[found[0] as keyof typeof troubles]
    return new Refusal(say(dest ?? path ?? named ?? home), exitCodes.disk, { cause: error })
  }
  return null
}
