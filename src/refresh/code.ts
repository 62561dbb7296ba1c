import { join } from 'node:path'
import { hashFile, hashFiles, hashOfHashes } from './files.js'

/** The folder of this package, which is only ever read. */
export const packageFolder = join(import.meta.dirname, '..', '..')

/** What a release depends on besides received files and reference tables: our sources, and the versions of what they build on. */
const folders = ['src', 'pipelines', 'dashboards']
const files = ['observablehq.config.ts', 'package-lock.json', 'package.json']

/** One sha256 over all code that a release is made by. */
export async function hashCode(): Promise<string> {
  const hashes: Record<string, string> = {}
  for (const folder of folders) hashes[folder] = hashOfHashes(await hashFiles(join(packageFolder, folder), isCode))
  // An installed package has no lock file of its own.
  for (const file of files) hashes[file] = await hashFile(join(packageFolder, file)).catch(() => '')
  return hashOfHashes(hashes)
}

/** Page data and caches of a preview lie among the pages, and are not code. */
function isCode(path: string): boolean {
  return !path.startsWith('data/') && !path.startsWith('.observablehq/')
}
