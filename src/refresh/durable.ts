import { open, rename } from 'node:fs/promises'
import { dirname } from 'node:path'

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
