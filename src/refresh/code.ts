import { join } from 'node:path'
import { hashFiles, hashOfHashes } from './release.js'

/** The folder of this package. */
export const packageRoot = join(import.meta.dirname, '..', '..')

/** What a release depends on besides received files and reference tables; page data and caches are not code. */
const codeFolders = ['src', 'pipelines', 'dashboards']
const isCode = (path: string) => !path.startsWith('data/') && !path.startsWith('.observablehq/')

/** One sha256 over all code that a release is made by. */
export async function hashCode(): Promise<string> {
  const hashes = await Promise.all(codeFolders.map((folder) => hashFiles(join(packageRoot, folder), isCode)))
  return hashOfHashes(
    Object.fromEntries(codeFolders.map((folder, index) => [folder, hashOfHashes(hashes[index] ?? {})])),
  )
}
