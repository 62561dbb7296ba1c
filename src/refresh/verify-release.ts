import { mkdir, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Text } from '../domain/text.js'
import type { Topic } from '../domain/topic.js'
import { type Difference, firstDifference } from '../warehouse/first-difference.js'
import { archivePath, type Received, readReceipts } from './archive.js'
import { takeInto, workOutFigures, writeOut } from './build-release.js'
import { hashCode } from './code.js'
import { hashFile, hashFiles } from './files.js'
import type { Home } from './home.js'
import { readMap } from './read-map.js'
import { readReference } from './reference.js'
import { layOutReference } from './reference-archive.js'
import { type Manifest, readManifest } from './release.js'
import { previousFile, readState } from './state-file.js'

/** What a verification of a release found. */
export interface Verification {
  release: string
  /**
   * `proven`: every file is as it was published, and the release made again is the same; `files_only`: every file is as it was
   * published, but it was not made again, `reason` says why; `damaged`: files are not as they were published; `differs`: what was made
   * again is something else.
   */
  verdict: 'proven' | 'files_only' | 'damaged' | 'differs'
  files: number
  /** Files that are not as they were published, are gone, or were added. */
  damaged: string[]
  missing: string[]
  extra: string[]
  reason: Text | null
  /** Files of the site and the extracts that came out differently, and the first table and row of the warehouse. */
  differing: string[]
  warehouse: Difference | null
}

/** What a verification is run with. */
export interface VerifyOptions {
  home: Home
  topics: readonly Topic[]
  modelFolder: string
  /** Compare the files with the manifest only. */
  filesOnly: boolean
  progress: (step: Text) => void
}

const manifestFile = 'manifest.json'
const warehouseFile = 'warehouse.duckdb'

const nothingFound: Omit<Verification, 'release' | 'verdict'> = {
  files: 0,
  damaged: [],
  missing: [],
  extra: [],
  reason: null,
  differing: [],
  warehouse: null,
}

/** Compares a release with its manifest, and makes it again from archive, reference tables and code to compare it with that. */
export async function verifyRelease(folder: string, options: VerifyOptions): Promise<Verification> {
  const { progress } = options
  progress({ zh: '核对文件', en: 'comparing the files' })
  const manifest = await readManifest(folder).catch(() => null)
  if (manifest === null) return unreadable(folder)
  const found: Verification = { ...(await compareFiles(folder, manifest)), release: manifest.release }
  if (found.verdict === 'damaged') return found
  if (options.filesOnly) return { ...found, reason: { zh: '只要求核对文件', en: 'only the files were asked about' } }
  const reason = await whyNotAgain(manifest)
  if (reason !== null) return { ...found, reason }
  const work = join(options.home.work, `verify-${process.pid}`)
  try {
    return await makeAgain(folder, manifest, found, work, options)
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

async function compareFiles(folder: string, { outputs }: Manifest): Promise<Omit<Verification, 'release'>> {
  const hashes = await hashFiles(folder, (path) => path !== manifestFile)
  const damaged = Object.keys(outputs).filter((path) => path in hashes && hashes[path] !== outputs[path])
  const missing = Object.keys(outputs).filter((path) => !(path in hashes))
  const extra = Object.keys(hashes).filter((path) => !(path in outputs))
  const verdict = damaged.length + missing.length + extra.length > 0 ? 'damaged' : 'files_only'
  return { ...nothingFound, verdict, files: Object.keys(outputs).length, damaged, missing, extra }
}

/** Without its manifest nobody can say what a release was. */
function unreadable(folder: string): Verification {
  return { release: basename(folder), ...nothingFound, verdict: 'damaged', damaged: [manifestFile] }
}

/** Only the code that made a release makes it again. */
async function whyNotAgain({ inputs }: Manifest): Promise<Text | null> {
  const code = await hashCode()
  if (inputs.code === code) return null
  return {
    zh: `生成这一期的程序是 ${inputs.code.slice(0, 12)}，现在的程序是 ${code.slice(0, 12)}：要重新生成，请用当时的版本`,
    en: `it was made by code ${inputs.code.slice(0, 12)}, and this is ${code.slice(0, 12)}: to make it again, use the version of that time`,
  }
}

async function makeAgain(
  folder: string,
  manifest: Manifest,
  found: Verification,
  work: string,
  { home, topics, modelFolder, progress }: VerifyOptions,
): Promise<Verification> {
  const { inputs, release, outputs } = manifest
  const referenceFolder = join(work, 'reference')
  const { received, lost } = await receivedThen(home, inputs.submissions)
  lost.push(...(await layOutReference(home, inputs.reference, referenceFolder)))
  if (lost.length > 0) return { ...found, reason: archiveLacks(lost) }
  const building = join(work, 'release')
  await mkdir(building)
  const reference = await readReference(referenceFolder, topics)
  const plan = {
    topics,
    modelFolder,
    received,
    sources: inputs,
    reference,
    map: (await readMap(referenceFolder, reference.regions)).map,
    previous: inputs.previous && (await readState(folder, previousFile)),
    period: manifest.period,
    as_of: manifest.as_of,
    base: null,
    site: manifest.site,
    work,
    progress,
  }
  const made = await takeInto(building, plan)
  try {
    const { run } = await workOutFigures(made, plan)
    await writeOut(made, plan, run, release)
  } finally {
    await made.warehouse.close()
  }
  progress({ zh: '比较', en: 'comparing' })
  const again = await hashFiles(building)
  const differing = [...new Set([...Object.keys(outputs), ...Object.keys(again)])]
    .filter((path) => path !== warehouseFile && outputs[path] !== again[path])
    .sort()
  const warehouse = await firstDifference(join(folder, warehouseFile), join(building, warehouseFile))
  const isSame = differing.length === 0 && warehouse === null
  return { ...found, verdict: isSame ? 'proven' : 'differs', differing, warehouse }
}

/** The received files of a release as the archive has them, and those that it does not have as they were. */
async function receivedThen(
  home: Home,
  submissions: readonly string[],
): Promise<{ received: Received[]; lost: string[] }> {
  const receipts = new Map((await readReceipts(home)).map((receipt) => [receipt.sha256, receipt]))
  const received: Received[] = []
  const lost: string[] = []
  for (const sha256 of submissions) {
    const receipt = receipts.get(sha256)
    const path = receipt && archivePath(home, receipt)
    if (path && (await hashFile(path).catch(() => null)) === sha256) received.push({ receipt, path })
    else lost.push(receipt ? `${sha256} (${receipt.file_name})` : sha256)
  }
  return { received, lost }
}

function archiveLacks(lost: readonly string[]): Text {
  const named = lost.slice(0, 5).join(', ')
  return {
    zh: `归档里有 ${lost.length} 个文件缺失或被改动，不能重新生成：${named}`,
    en: `the archive has lost or altered files (${lost.length}), so it cannot be made again: ${named}`,
  }
}
