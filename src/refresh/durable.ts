import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/**
 * Writes a file so that after a crash it is either wholly there or not at all: aside, to disk, renamed, folder to disk. Aside has
 * always the same name, so what a run that died left there is written over by the next one.
 */
export async function writeDurably(path: string, content: Uint8Array | string): Promise<void> {
  const aside = `${path}.part`
  try {
    const file = await open(aside, 'w')
    try {
      await file.writeFile(content)
      await file.sync()
    } finally {
      await file.close()
    }
    await renameDurably(aside, path)
  } catch (error) {
    await rm(aside, { force: true })
    throw error
  }
}

/** Copies a file to disk, in pieces, and gives the sha256 and the size of what was written. */
export async function copyToDisk(from: string, to: string): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256')
  let bytes = 0
  const file = await open(to, 'w')
  try {
    for await (const piece of createReadStream(from)) {
      hash.update(piece as Buffer)
      await file.writeFile(piece as Buffer)
      bytes += (piece as Buffer).length
    }
    await file.sync()
  } finally {
    await file.close()
  }
  return { sha256: hash.digest('hex'), bytes }
}

/** A folder with nothing in it, and its path. */
export async function emptyFolder(folder: string): Promise<string> {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  return folder
}

/** Renames and makes the rename last. */
export async function renameDurably(from: string, to: string): Promise<void> {
  await rename(from, to)
  await sync(dirname(to))
}

/** Makes everything below a folder last: after a power cut it is there with what was written. */
export async function syncBelow(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile() || entry.isDirectory())
  for (const path of [...paths.map((entry) => join(entry.parentPath, entry.name)), folder]) await sync(path)
}

/** Makes a file, or the list of names in a folder, last. */
export async function sync(path: string): Promise<void> {
  const file = await open(path, 'r')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}
