import { mkdir, readFile, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { type ReturnedNames, returnedNames } from '../intake/marked/file-names.js'
import type { JudgedFile, ReturnContext } from '../intake/marked/make-copy.js'
import { makeMarkedCopy } from '../intake/marked/marked-copy.js'
import { receiptText } from '../intake/marked/receipt-text.js'
import { maxBytes, type ReceivedFile } from '../intake/reading/open-file.js'
import { writeDurably } from './durable.js'

/** A file as it is given back. Of one that is too large to be marked, the content is not needed: it is not read. */
export async function toGiveBack(path: string, name = basename(path)): Promise<ReceivedFile> {
  const { size } = await stat(path)
  return { name, bytes: size > maxBytes ? new Uint8Array() : await readFile(path) }
}

/**
 * Writes the marked copy and the receipt of a file below a folder, under names like that of the file (its folders included).
 * Nothing that is there is ever written over: what is there with the same content stays, what differs gets a number beside it.
 * Returns the path of the copy below the folder; null when the file was accepted and has none.
 */
export async function giveBack(folder: string, judged: JudgedFile, context: ReturnContext): Promise<string | null> {
  const copy = await makeMarkedCopy(judged, context)
  for (let number = 1; ; number++) {
    const names = returnedNames(judged.receipt.file_name, number)
    const contents = contentsOf(names, judged, copy, context)
    const states = await Promise.all(contents.map(([name, content]) => stateOf(join(folder, name), content)))
    if (states.includes('other')) continue
    for (const [index, [name, content]] of contents.entries()) {
      const path = join(folder, name)
      if (states[index] === 'same') continue
      await mkdir(dirname(path), { recursive: true })
      await writeDurably(path, content)
    }
    return copy === null ? null : names.copy
  }
}

function contentsOf(
  names: ReturnedNames,
  judged: JudgedFile,
  copy: Uint8Array | null,
  context: ReturnContext,
): [name: string, content: Uint8Array][] {
  const receipt = Buffer.from(receiptText(judged, copy === null ? null : names.copy, context))
  return [...(copy === null ? [] : [[names.copy, copy] as [string, Uint8Array]]), [names.receipt, receipt]]
}

async function stateOf(path: string, content: Uint8Array): Promise<'absent' | 'same' | 'other'> {
  try {
    return (await readFile(path)).equals(content) ? 'same' : 'other'
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return 'absent'
    if (code === 'EISDIR') return 'other'
    throw error
  }
}
