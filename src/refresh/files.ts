import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'

/** Every file below a folder, as its path below it with forward slashes, in order. */
export async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
    .sort()
}

/** What a read gives, or null when the file or folder is not there. What cannot be read is not absent: that is thrown. */
export async function ifThere<Value>(read: Promise<Value>): Promise<Value | null> {
  try {
    return await read
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** sha256 in hexadecimal. */
export function sha256Of(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex')
}

/** sha256 of one file, which is read in pieces: it may be larger than should be held. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(piece as Buffer)
  return hash.digest('hex')
}

/** Most files are small: opening them one after the other takes longer than reading them. */
const filesAtOnce = 32

/** sha256 of every file below a folder, by path as `filesBelow` gives it. */
export async function hashFiles(
  folder: string,
  include: (path: string) => boolean = () => true,
): Promise<Record<string, string>> {
  const paths = (await filesBelow(folder)).filter(include)
  const hashes: Record<string, string> = {}
  for (let from = 0; from < paths.length; from += filesAtOnce) {
    const some = paths.slice(from, from + filesAtOnce)
    const found = await Promise.all(some.map((path) => hashFile(join(folder, path))))
    for (const [index, path] of some.entries()) hashes[path] = found[index] ?? ''
  }
  return hashes
}

/** One sha256 over a set of files: changes when any of them, or the set, does. */
export function hashOfHashes(hashes: Readonly<Record<string, string>>): string {
  return sha256Of(JSON.stringify(Object.entries(hashes).sort()))
}
