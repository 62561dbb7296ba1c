import { createHash } from 'node:crypto'
import { createReadStream, readFileSync, statSync } from 'node:fs'
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

/** Up to this size a file is read at once, and waiting for it takes less time than doing something else meanwhile. */
const smallBytes = 1 << 20

/** sha256 of one file. A larger one is read in pieces: it may be more than should be held. */
export async function hashFile(path: string): Promise<string> {
  if (statSync(path).size <= smallBytes) return sha256Of(readFileSync(path))
  const hash = createHash('sha256')
  for await (const piece of createReadStream(path, { highWaterMark: smallBytes })) hash.update(piece as Buffer)
  return hash.digest('hex')
}

/** sha256 of every file below a folder, by path as `filesBelow` gives it. */
export async function hashFiles(
  folder: string,
  include: (path: string) => boolean = () => true,
): Promise<Record<string, string>> {
  const hashes: Record<string, string> = {}
  for (const path of (await filesBelow(folder)).filter(include)) hashes[path] = await hashFile(join(folder, path))
  return hashes
}

/** One sha256 over a set of files: changes when any of them, or the set, does. */
export function hashOfHashes(hashes: Readonly<Record<string, string>>): string {
  return sha256Of(JSON.stringify(Object.entries(hashes).sort()))
}
