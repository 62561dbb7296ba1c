import { createHash } from 'node:crypto'
import { readdir, readFile, readlink } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { readReceipts } from '../../src/refresh/archive.js'
import { hashFile, ifThere } from '../../src/refresh/files.js'
import { homeAt } from '../../src/refresh/home.js'
import { listReleases, readManifest } from '../../src/refresh/release.js'
import { canonicalTables } from '../../src/warehouse/canonical.js'
import { Warehouse } from '../../src/warehouse/warehouse.js'

/**
 * Everything that a home holds, by path: files by their sha256, pointers by where they point to, folders. A warehouse stands there as
 * what it holds, its bytes may differ from run to run. Scratch is left out.
 */
export async function contentOf(home: string): Promise<Record<string, unknown>> {
  const entries = await readdir(home, { recursive: true, withFileTypes: true })
  const content: Record<string, unknown> = {}
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name)
    const name = relative(home, path)
    if (name.startsWith('.work')) continue
    if (entry.isSymbolicLink()) content[name] = `-> ${await readlink(path)}`
    else if (entry.isDirectory()) content[name] = 'folder'
    else if (entry.name === 'warehouse.duckdb') content[name] = await heldBy(path)
    else if (entry.name === 'manifest.json') content[name] = await manifestOf(path)
    else content[name] = await hashFile(path)
  }
  return content
}

/** By the sha256 of a warehouse's bytes: most of them are seen again and again. */
const held = new Map<string, unknown>()

async function heldBy(path: string): Promise<unknown> {
  const sha256 = await hashFile(path)
  if (!held.has(sha256)) {
    const warehouse = await Warehouse.open(path, { readOnly: true })
    const tables = await canonicalTables(warehouse).finally(() => warehouse.close())
    held.set(sha256, Object.fromEntries(tables.map(({ table, rows, sha256 }) => [table, `${rows} ${sha256}`])))
  }
  return held.get(sha256)
}

async function manifestOf(path: string): Promise<unknown> {
  const manifest = JSON.parse(await readFile(path, 'utf8'))
  delete manifest.outputs['warehouse.duckdb']
  return manifest
}

/** The paths at which two homes differ, and how; of a warehouse the tables, of a manifest its parts. */
export function differences(one: Record<string, unknown>, other: Record<string, unknown>, below = ''): string[] {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].flatMap((name) => {
    const [left, right] = [one[name], other[name]]
    if (isDeepStrictEqual(left, right)) return []
    if (isRecord(left) && isRecord(right)) return differences(left, right, `${below}${name} `)
    return [`${below}${name}: ${JSON.stringify(left)} / ${JSON.stringify(right)}`]
  })
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/**
 * What is wrong with a home for those who only read it: a release that is not what its manifest says, a pointer to nothing, an
 * archived file that is not what its name says, a receipt without its file. Nothing, if all is well. `isNew`: there may be no release yet.
 */
export async function damageOf(root: string, { isNew } = { isNew: false }): Promise<string[]> {
  const home = homeAt(root)
  const wrong: string[] = []
  const releases = await listReleases(home)
  const current = await readlink(join(home.releases, 'current')).catch(() => null)
  if (current === null ? !isNew : !releases.includes(current)) wrong.push(`current points to ${current}`)
  for (const release of releases) {
    const folder = join(home.releases, release)
    const { outputs } = await readManifest(folder)
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      if (entry.isDirectory()) continue
      const path = join(entry.parentPath, entry.name)
      const name = relative(folder, path)
      if (name !== 'manifest.json' && outputs[name] !== (await hashFile(path))) wrong.push(`${release}: ${name}`)
      delete outputs[name]
    }
    wrong.push(...Object.keys(outputs).map((name) => `${release} lacks ${name}`))
  }
  if (wrong.length === 0 && current !== null && !(await answers(join(home.releases, 'current', 'warehouse.duckdb'))))
    wrong.push('no answer')
  const archived = ((await ifThere(readdir(home.archive))) ?? []).filter((name) => /^[0-9a-f]{64}/.test(name))
  for (const name of archived) {
    const sha256 = createHash('sha256').update(await readFile(join(home.archive, name)))
    if (sha256.digest('hex') !== name.slice(0, 64)) wrong.push(`archive: ${name}`)
  }
  for (const { sha256 } of await readReceipts(home)) {
    if (!archived.some((name) => name.startsWith(sha256))) wrong.push(`no file of the receipt ${sha256}`)
  }
  return wrong
}

async function answers(path: string): Promise<boolean> {
  const warehouse = await Warehouse.open(path, { readOnly: true })
  try {
    const [row] = await warehouse.query<{ rows: number }>('select count(*) as rows from marts.indicator_values')
    return (row?.rows ?? 0) > 0
  } finally {
    await warehouse.close()
  }
}
