import { join } from 'node:path'
import { Warehouse } from '../warehouse/warehouse.js'
import type { Intray } from './archive.js'
import type { Home } from './home.js'
import { isSame, type Sources, type Wish } from './inputs.js'
import { listReleases, readManifest } from './release.js'
import { countAlerts, countTakenIn, type Made } from './report.js'

/** The release that already is what these inputs and this wish would give; null when there is none. */
export async function sameRelease(
  home: Home,
  isLookBack: boolean,
  latest: string | null,
  sources: Sources,
  wish: Wish,
): Promise<string | null> {
  const candidates = isLookBack ? await listReleases(home) : latest === null ? [] : [latest]
  for (const name of candidates.reverse())
    if (isSame(await readManifest(join(home.releases, name)), sources, wish)) return name
  return null
}

/** What a refresh has to say that made nothing, because the release is there already. */
export async function reportOfSame(home: Home, intray: Intray, release: string): Promise<Made> {
  const folder = join(home.releases, release)
  const { period } = await readManifest(folder)
  const warehouse = await Warehouse.open(join(folder, 'warehouse.duckdb'), { readOnly: true })
  try {
    const counts = countTakenIn([])
    return {
      release,
      published: false,
      nothing_new: true,
      period,
      submissions: { ...counts.submissions, already_known: intray.already_known },
      rows: counts.rows,
      alerts: await countAlerts(warehouse, period),
      audits: { run: 0, failed: 0 },
      returned: [],
      returned_in: null,
    }
  } finally {
    await warehouse.close()
  }
}
