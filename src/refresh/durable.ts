import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Writes a file so that after a crash it is either wholly there or not at all: aside, to disk, renamed, folder to disk. */
export async function writeDurably(path: string, content: Uint8Array | string): Promise<void> {
  const aside = `${path}.${process.pid}.part`
  const file = await open(aside, 'w')
  try {
    await file.writeFile(content)
    await file.sync()
  } finally {
    await file.close()
  }
  await renameDurably(aside, path)
}

/**
 * Copies a file in the same manner, in pieces, and gives the sha256 and the size of what was written. `target` says where it goes
 * once they are known; null: nowhere, the copy is dropped. The copy is made in `folder`, on whose disk the target has to be.
 */
export async function copyDurably(
  from: string,
  folder: string,
  target: (copied: { sha256: string; bytes: number }) => string | null,
): Promise<{ sha256: string; bytes: number }> {
  const aside = join(folder, `copy.${process.pid}.part`)
  const hash = createHash('sha256')
  let bytes = 0
  const file = await open(aside, 'w')
  try {
    for await (const piece of createReadStream(from, { highWaterMark: 1 << 20 })) {
      hash.update(piece as Buffer)
      bytes += (await file.write(piece as Buffer)).bytesWritten
    }
    const copied = { sha256: hash.digest('hex'), bytes }
    const to = target(copied)
    if (to !== null) {
      await file.sync()
      await renameDurably(aside, to)
    }
    return copied
  } finally {
    await file.close()
    await rm(aside, { force: true })
  }
}

/** Renames and makes the rename last. */
export async function renameDurably(from: string, to: string): Promise<void> {
  await rename(from, to)
  const folder = await open(dirname(to), 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
